import type { BuildTable } from '../../list/BuildTable.ts';

/** Names that are put in order, or merged, between two looks at the clock. */
const RUN = 512;

/**
 * The place of each name among all names from A to Z, by code. Put in order in slices of time;
 * names that come later are merged into the order there is.
 */
export class NameRanks {
  /** By code, of the names there were when `work` was last done; null until it first was. */
  ranks: Uint32Array | null = null;
  #epoch = Number.NaN;
  #table: BuildTable | null = null;
  #order: Uint32Array = new Uint32Array(0);
  #going: Generator<void, Uint32Array> | null = null;

  follow(table: BuildTable): void {
    if (this.#epoch !== table.epoch) {
      this.ranks = null;
      this.#order = new Uint32Array(0);
      this.#going = null;
    }
    this.#epoch = table.epoch;
    this.#table = table;
  }

  /** Works for at most `budgetMs` milliseconds; true when there is no more to do. */
  work(budgetMs: number): boolean {
    const table = this.#table;
    if (table === null) return true;
    const { size } = table.texts.names;
    if (this.#going === null && this.#order.length === size && this.ranks !== null) return true;
    const end = performance.now() + budgetMs;
    this.#going ??= withNames(this.#order, table.texts.names, size);
    for (;;) {
      const { done, value } = this.#going.next();
      if (done) {
        this.#going = null;
        this.#order = value;
        this.ranks = ranksOf(value);
        return value.length === table.texts.names.size;
      }
      if (performance.now() >= end) return false;
    }
  }
}

function ranksOf(order: Uint32Array): Uint32Array {
  const ranks = new Uint32Array(order.length);
  for (let rank = 0; rank < order.length; rank += 1) ranks[order[rank] ?? 0] = rank;
  return ranks;
}

/** An order of the first codes with those up to `size`. */
function* withNames(
  order: Uint32Array,
  names: BuildTable['texts']['names'],
  size: number,
): Generator<void, Uint32Array> {
  const texts: string[] = [];
  for (let code = 0; code < size; code += 1) {
    texts.push(names.at(code));
    if (code % RUN === 0) yield;
  }
  const compare = (a: number, b: number) => {
    const [one = '', other = ''] = [texts[a], texts[b]];
    return one < other ? -1 : one > other ? 1 : 0;
  };
  const added = new Uint32Array(size - order.length).map((_, at) => order.length + at);
  for (let from = 0; from < added.length; from += RUN) {
    added.subarray(from, from + RUN).sort(compare);
    yield;
  }
  let sorted = added;
  for (let width = RUN; width < sorted.length; width *= 2) {
    const wider = new Uint32Array(sorted.length);
    for (let from = 0; from < sorted.length; from += 2 * width) {
      const left = sorted.subarray(from, from + width);
      yield* merge(left, sorted.subarray(from + width, from + 2 * width), wider, from, compare);
    }
    sorted = wider;
  }
  if (order.length === 0) return sorted;
  const whole = new Uint32Array(size);
  yield* merge(order, sorted, whole, 0, compare);
  return whole;
}

/** Writes two orders as one, from a place on. */
function* merge(
  left: Uint32Array,
  right: Uint32Array,
  into: Uint32Array,
  from: number,
  compare: (a: number, b: number) => number,
): Generator<void, void> {
  let [l, r] = [0, 0];
  const size = left.length + right.length;
  for (let at = 0; at < size; at += 1) {
    const takesLeft =
      l < left.length && (r >= right.length || compare(left[l] ?? 0, right[r] ?? 0) <= 0);
    into[from + at] = (takesLeft ? left[l] : right[r]) ?? 0;
    if (takesLeft) l += 1;
    else r += 1;
    if (at % RUN === RUN - 1) yield;
  }
}
