/** An image that a person names. */
export interface ImageReference {
  readonly name: string;
  readonly tag: string;
}

/** What an image without a tag means to every tool. */
const NO_TAG = 'latest';

/** The image that a line or an entry of a list names; null when it names none. */
export function readReference(entry: unknown): ImageReference | null {
  if (typeof entry === 'string') return readLine(entry);
  if (typeof entry !== 'object' || entry === null) return null;
  const name = textOf(entry, ['imageName', 'image', 'name']);
  const tag = textOf(entry, ['imageTag', 'tag']);
  if (name === null) return null;
  return tag === null ? readLine(name) : { name, tag };
}

/** The tag is what follows the last colon, unless that is a port: a slash comes after it. */
function readLine(line: string): ImageReference | null {
  const text = line.trim();
  if (text === '' || /\s/.test(text)) return null;
  const colon = text.lastIndexOf(':');
  const tag = colon < 0 ? '' : text.slice(colon + 1);
  if (colon < 0 || tag.includes('/')) return { name: text, tag: NO_TAG };
  return colon === 0 || tag === '' ? null : { name: text.slice(0, colon), tag };
}

function textOf(entry: object, fields: readonly string[]): string | null {
  for (const field of fields) {
    const value: unknown = Object.getOwnPropertyDescriptor(entry, field)?.value;
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
  }
  return null;
}
