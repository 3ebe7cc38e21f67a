/**
 * Characters that wait as strings. Chromium takes a Blob of this size in 2 ms; one of four times
 * the size goes another way, and the page waits for it 20 to 100 ms.
 */
const CHUNK = 1 << 16;
/** Joining Blobs costs by their number: so many at a time stays short. */
const GROUP = 32;

/** A long text that grows by pieces, and is kept outside of the page's memory as it grows. */
export class BlobText {
  #pieces: string[] = [];
  #length = 0;
  #chunks: Blob[] = [];
  readonly #groups: Blob[] = [];

  add(piece: string): void {
    this.#pieces.push(piece);
    this.#length += piece.length;
    if (this.#length < CHUNK) return;
    this.#chunks.push(new Blob([this.#pieces.join('')]));
    this.#pieces = [];
    this.#length = 0;
    if (this.#chunks.length < GROUP) return;
    this.#groups.push(new Blob(this.#chunks));
    this.#chunks = [];
  }

  /** The whole text as UTF-8; half a surrogate pair becomes U+FFFD. */
  toBlob(type: string): Blob {
    return new Blob([...this.#groups, ...this.#chunks, this.#pieces.join('')], { type });
  }
}
