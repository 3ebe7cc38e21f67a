/**
 * Stamps of calls in one millisecond. Tabs of one machine have one clock: by it their stamps can be
 * compared.
 */
export const STAMPS_PER_MS = 8;
