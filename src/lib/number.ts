import { lazily } from './lazily.ts';

const counts = lazily(() => new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 }));

/** `2,412` */
export function formatCount(count: number): string {
  return counts().format(count);
}

/** `1 build`, `2,412 builds`: the count and the word that fits it. */
export function plural(count: number, one: string, many: string): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}
