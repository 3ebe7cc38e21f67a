import type { Numbers } from '../../list/BuildTable.ts';
import type { ImageFacts, PickedImage } from './ImageFacts.ts';
import type { ImageColumns } from './NameColumns.ts';

/** How builds ended, by name code. */
export type Rates = Pick<ImageColumns, 'completed' | 'failed'>;

/**
 * What a filter lets through, by name. It counts in columns, and makes an object of an image only
 * when it is asked for: there may be 100,000.
 */
export class PickedImages {
  readonly facts: ImageFacts;
  /** Codes of the names, in the order in which the rows first name them. */
  readonly codes: Uint32Array;
  /** Builds that match, by name code. */
  readonly buildsOf: Numbers;
  /** How those that count for the rate ended. */
  readonly rates: Rates;
  /** Builds that match: those of all images, and `unread`. */
  readonly builds: number;
  /** Builds that match, of names that are not read yet. */
  readonly unread: number;
  readonly #made = new Map<number, PickedImage>();
  #all: readonly PickedImage[] | null = null;

  constructor(
    facts: ImageFacts,
    codes: Uint32Array,
    buildsOf: Numbers,
    rates: Rates,
    { builds, unread }: { readonly builds: number; readonly unread: number },
  ) {
    this.facts = facts;
    this.codes = codes;
    this.buildsOf = buildsOf;
    this.rates = rates;
    this.builds = builds;
    this.unread = unread;
  }

  /** How many names. */
  get count(): number {
    return this.codes.length;
  }

  /** The image of a code among `codes`: the same object each time. */
  imageOf(code: number): PickedImage {
    const known = this.#made.get(code);
    if (known !== undefined) return known;
    const image = this.facts.names[code];
    if (image === undefined) throw new RangeError(`There is no image ${code}.`);
    const { completed, failed } = this.rates;
    const made = {
      image,
      builds: this.buildsOf[code] ?? 0,
      outcomes: { completed: completed[code] ?? 0, failed: failed[code] ?? 0 },
    };
    this.#made.set(code, made);
    return made;
  }

  /** All of them, in the order of `codes`. */
  get images(): readonly PickedImage[] {
    this.#all ??= Array.from(this.codes, (code) => this.imageOf(code));
    return this.#all;
  }

  /** How many last good paths they have, of each image each once. */
  get paths(): number {
    const { paths } = this.facts.columns;
    let count = 0;
    for (const code of this.codes) count += paths[code] ?? 0;
    return count;
  }
}
