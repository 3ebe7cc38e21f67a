import { listEntries } from './listEntries.ts';
import { type ImageReference, readReference } from './readReference.ts';

/** Longer lists are cut: what one list may hold. */
const MOST_IMAGES = 100_000;
/** Entries read between two looks at the clock. */
const TURN = 64;
const LONGEST_SHOWN = 200;

/** A line that names no image. */
export interface UnreadableLine {
  /** From 1. */
  readonly line: number;
  /** Its first 200 characters. */
  readonly text: string;
}

/** A person's own list of images, read. */
export interface ImageList {
  /** Each once, in the order of the list. */
  readonly images: readonly ImageReference[];
  /** Where each stands in `images`, by its `name:tag`. */
  readonly places: ReadonlyMap<string, number>;
  /** Lines or entries that name an image again. */
  readonly repeated: number;
  /** Lines or entries that name none. */
  readonly unreadable: readonly UnreadableLine[];
  /** True when there were more than 100,000. */
  readonly cut: boolean;
}

/**
 * Reads a list of images in slices of time (`listEntries`): lines of `name:tag`, JSON lines, or a
 * JSON list, with `name`, `image` or `imageName` and `tag` or `imageTag`, such as the answers of
 * the API.
 */
export class ListReader {
  readonly #entries: ReturnType<typeof listEntries>;
  readonly #places = new Map<string, number>();
  readonly #images: ImageReference[] = [];
  readonly #unreadable: UnreadableLine[] = [];
  #repeated = 0;
  #cut = false;

  constructor(text: string) {
    this.#entries = listEntries(text);
  }

  /** Images read so far. */
  get count(): number {
    return this.#images.length;
  }

  /** Reads for at most `budgetMs` milliseconds; true when there is no more to read. */
  work(budgetMs: number): boolean {
    const end = performance.now() + budgetMs;
    for (let turn = 1; ; turn += 1) {
      const next = this.#entries.next();
      if (next.done || this.#cut) return true;
      const entry = next.value;
      if (entry !== null) this.#take(entry.line, entry.value, entry.text);
      if ((entry === null || turn % TURN === 0) && performance.now() >= end) return false;
    }
  }

  /** What is read so far. */
  list(): ImageList {
    return {
      images: this.#images,
      places: this.#places,
      repeated: this.#repeated,
      unreadable: this.#unreadable,
      cut: this.#cut,
    };
  }

  #take(line: number, value: unknown, text: string): void {
    const image = readReference(value);
    if (image === null) {
      if (this.#unreadable.length < MOST_IMAGES) {
        this.#unreadable.push({ line, text: text.slice(0, LONGEST_SHOWN) });
      }
      return;
    }
    const key = `${image.name}:${image.tag}`;
    if (this.#places.has(key)) this.#repeated += 1;
    else if (this.#images.length === MOST_IMAGES) this.#cut = true;
    else {
      this.#places.set(key, this.#images.length);
      this.#images.push(image);
    }
  }
}

/** Reads a list at once. Never throws. */
export function readList(text: string): ImageList {
  const reader = new ListReader(text);
  reader.work(Number.POSITIVE_INFINITY);
  return reader.list();
}
