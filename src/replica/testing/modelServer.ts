import type { Ask } from '../sweep/Ask.ts';

/** What a model server does wrong, each for good unless said otherwise. */
export interface Vices {
  /** Rows in a page at most, whatever was asked. */
  readonly cap: number;
  /** Rows sent beyond the limit. */
  readonly over: number;
  /** Pages of uneven size, shorter than they need be. */
  readonly ragged: boolean;
  /** How the total lies: not at all, left out, off by so many, or another one each time. */
  readonly totals: 'honest' | 'omitted' | 'random' | number;
  /** Builds of one moment come in another order with each answer. */
  readonly shuffles: boolean;
  /** One of so many pages is answered with the rows of the first page; 0 for none. */
  readonly repeats: number;
  /** In each page, one row of so many is the one before it again, and its own is left out; 0: none. */
  readonly doubles: number;
  readonly ignoresOffset: boolean;
  /** Where new builds stand. */
  readonly grows: 'front' | 'end' | 'anywhere';
}

export const NO_VICES: Vices = {
  cap: 1000,
  over: 0,
  ragged: false,
  totals: 'honest',
  shuffles: false,
  repeats: 0,
  doubles: 0,
  ignoresOffset: false,
  grows: 'front',
};

export interface ModelAnswer {
  readonly ids: readonly number[];
  readonly total: number | null;
  readonly limit: number;
}

interface ModelBuild {
  readonly id: number;
  /** Builds of one moment are ties. */
  readonly moment: number;
}

/** A list of builds behind offset and limit, with vices. Deterministic: no clock, own chance. */
export class ModelServer {
  #list: ModelBuild[] = [];
  #nextId = 0;
  #moment = 0;
  #chance = 1;
  vices: Vices;

  constructor(size: number, vices: Vices) {
    this.vices = vices;
    for (let at = 0; at < size; at += 1) this.insert(1);
  }

  get ids(): readonly number[] {
    return this.#list.map((build) => build.id).sort((a, b) => a - b);
  }

  get size(): number {
    return this.#list.length;
  }

  insert(count: number): void {
    for (let at = 0; at < count; at += 1) {
      const build = { id: this.#nextId, moment: Math.floor(this.#moment) };
      this.#nextId += 1;
      this.#moment += 0.3;
      const { grows } = this.vices;
      const place =
        grows === 'front' ? 0 : grows === 'end' ? this.size : this.#random(this.size + 1);
      this.#list.splice(place, 0, build);
    }
  }

  /** Removes builds from a part of the list, 0 for the front, 1 for the end. */
  remove(part: number, count: number): void {
    this.#list.splice(Math.floor(part * this.size), count);
  }

  answer({ offset, limit }: Ask): ModelAnswer {
    const { cap, over, ragged, repeats, doubles, ignoresOffset, shuffles } = this.vices;
    const repeated = repeats > 0 && offset > 0 && (offset * 7 + limit * 13) % repeats === 0;
    const from = ignoresOffset || repeated ? 0 : offset;
    const most = Math.min(limit, cap);
    const rows = ragged ? 1 + ((offset * 5 + 3) % most) : most + over;
    const list = shuffles ? this.#shuffled() : this.#list;
    const page = list.slice(from, from + rows).map((build) => build.id);
    const isDouble = (at: number) => doubles > 0 && at % doubles === doubles - 1;
    const ids = page.map((id, at) => (isDouble(at) ? (page[at - 1] ?? id) : id));
    return { ids, total: this.#total(ids.length), limit: most };
  }

  /** As the contract's parser reads it: 0 with rows present is unknown. */
  #total(rows: number): number | null {
    const { totals } = this.vices;
    if (totals === 'honest') return this.size;
    if (totals === 'omitted') return rows === 0 && this.size === 0 ? 0 : null;
    const lie = totals === 'random' ? this.#random(2 * this.size + 3) : this.size + totals;
    return lie > 0 ? lie : null;
  }

  #shuffled(): ModelBuild[] {
    const order = new Map(this.#list.map((build) => [build.id, this.#random(1_000_000)]));
    const rank = new Map<number, number>();
    this.#list.forEach((build, at) => {
      if (!rank.has(build.moment)) rank.set(build.moment, at);
    });
    return [...this.#list].sort(
      (a, b) =>
        (rank.get(a.moment) ?? 0) - (rank.get(b.moment) ?? 0) ||
        (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0),
    );
  }

  #random(below: number): number {
    this.#chance = (Math.imul(this.#chance, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((this.#chance / 2 ** 32) * below);
  }
}
