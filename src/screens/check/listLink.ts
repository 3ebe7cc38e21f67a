import type { ImageReference } from '../../insights/check/readReference.ts';

/** A longer address is cut by what people paste it into. */
const LONGEST = 1800;
const PREFIX = '#images=';

/**
 * The part of a link that carries a list: behind the `#`, which is sent to no server. Null where
 * the list is empty or too long for a link.
 */
export function listHash(images: readonly ImageReference[]): string | null {
  if (images.length === 0 || images.length > LONGEST / 4) return null;
  const text = images.map(({ name, tag }) => encodeURIComponent(`${name}:${tag}`)).join(',');
  return text.length > LONGEST ? null : `${PREFIX}${text}`;
}

/** The list that a link carries, a line each; null: none. */
export function readListHash(hash: string): string | null {
  if (!hash.startsWith(PREFIX)) return null;
  try {
    const lines = hash.slice(PREFIX.length, PREFIX.length + LONGEST * 2).split(',');
    return lines.map((one) => decodeURIComponent(one)).join('\n');
  } catch {
    return null;
  }
}
