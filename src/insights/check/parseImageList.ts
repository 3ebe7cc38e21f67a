import { type ImageReference, readReference } from './readReference.ts';

/** Longer lists are cut: what one list may hold. */
const MOST_IMAGES = 100_000;

/** A person's own list of images, read. */
export interface ImageList {
  /** Each once, in the order of the list. */
  readonly images: readonly ImageReference[];
  /** Lines or entries that name an image again. */
  readonly repeated: number;
  /** The first lines or entries that name none, as they stand. */
  readonly unreadable: readonly string[];
  /** True when there were more than 100,000. */
  readonly cut: boolean;
}

/**
 * Reads lines of `name:tag`, JSON lines, or a JSON list (also under any key of an object) with
 * `name`, `image` or `imageName` and `tag` or `imageTag`, such as the answers of the API. Empty
 * lines and those that begin with `#` are passed over. Never throws.
 */
export function parseImageList(text: string): ImageList {
  const images = new Map<string, ImageReference>();
  const unreadable: string[] = [];
  let repeated = 0;
  let cut = false;
  for (const entry of entriesOf(text)) {
    const image = readReference(entry);
    if (image === null) {
      if (unreadable.length < MOST_SHOWN) unreadable.push(shown(entry));
      continue;
    }
    const key = `${image.name}\n${image.tag}`;
    if (images.has(key)) repeated += 1;
    else if (images.size === MOST_IMAGES) cut = true;
    else images.set(key, image);
  }
  return { images: [...images.values()], repeated, unreadable, cut };
}

function entriesOf(text: string): readonly unknown[] {
  const whole = text.trim();
  const list = /^[[{]/.test(whole) ? listIn(parse(whole)) : null;
  if (list !== null) return list;
  const lines = whole.split(/\r\n|[\r\n]/).map((line) => line.trim());
  return lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => (line.startsWith('{') ? (parse(line) ?? line) : line));
}

/** The list that a JSON text is, or holds under some key. */
function listIn(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value;
  if (typeof value !== 'object' || value === null) return null;
  const list = Object.values(value).find(Array.isArray);
  return list ?? (readReference(value) === null ? null : [value]);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function shown(entry: unknown): string {
  return (typeof entry === 'string' ? entry : (JSON.stringify(entry) ?? '')).slice(
    0,
    LONGEST_SHOWN,
  );
}

const MOST_SHOWN = 20;
const LONGEST_SHOWN = 200;
