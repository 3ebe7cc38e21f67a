/** Larger files would not fit a page's memory twice. Bytes. */
const LARGEST = 100_000_000;

/**
 * The text of a dropped or opened file.
 *
 * @throws RangeError for one of more than 100 MB
 * @throws Error where the browser cannot read it
 */
export async function readFile(file: File): Promise<string> {
  if (file.size > LARGEST) {
    throw new RangeError(`${file.name} is larger than 100 MB: no list of images is.`);
  }
  const text = await file.text().catch(() => null);
  if (text === null) throw new Error(`${file.name} cannot be read.`);
  return text;
}
