export function pack(folder: string): string;
export function installPacked(tarball: string, folder: string): string;
export function alone(home: string): Record<string, string>;
