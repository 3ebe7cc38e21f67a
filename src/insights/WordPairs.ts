/** Whole numbers of 32 bits in pairs, sorted by the first, then the second, in native code. */
export class WordPairs {
  readonly #keys: BigUint64Array<ArrayBuffer>;
  readonly #words: Uint32Array<ArrayBuffer>;

  constructor(count: number) {
    this.#keys = new BigUint64Array(count);
    this.#words = new Uint32Array(this.#keys.buffer);
  }

  set(at: number, first: number, second: number): void {
    this.#words[2 * at + HIGH] = first;
    this.#words[2 * at + LOW] = second;
  }

  sort(): void {
    this.#keys.sort();
  }

  second(at: number): number {
    return this.#words[2 * at + LOW] ?? 0;
  }
}

const LITTLE_ENDIAN = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1;
const LOW = LITTLE_ENDIAN ? 0 : 1;
const HIGH = 1 - LOW;
