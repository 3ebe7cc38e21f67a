import { isStalledAt } from '../../list/BuildFacts.ts';
import type { BuildTable } from '../../list/BuildTable.ts';
import type { ImageFacts } from '../images/ImageFacts.ts';
import type { NameHistory } from '../images/NameHistory.ts';
import type { ImageReference } from './readReference.ts';

/**
 * How an image of a list stands: `good`, its newest COMPLETED or FAILED build COMPLETED; `failed`,
 * it FAILED; `active`, it has an active build that is not stalled, created after that one or
 * without one; `never`, none of these.
 */
export type CheckState = 'good' | 'failed' | 'active' | 'never';

export interface CheckedImage extends ImageReference {
  readonly state: CheckState;
  /** The build that says so; null: never built. Its error and path tell more. */
  readonly row: number | null;
}

/** A list of images against the whole list of builds: the only honest total of a push. */
export interface CheckedList {
  readonly images: readonly CheckedImage[];
  readonly counts: Readonly<Record<CheckState, number>>;
  /** False: "never" is only "not yet seen". */
  readonly complete: boolean;
}

type CheckedState = Pick<CheckedImage, 'state' | 'row'>;

const NEVER: CheckedState = { state: 'never', row: null };
/** Names or images gone through between two looks at the clock. */
const TURN = 64;

/** Checks images at `now`, milliseconds since the epoch, in slices of time. */
export class ListCheck {
  readonly #facts: ImageFacts;
  readonly #list: readonly ImageReference[];
  readonly #now: number;
  readonly #known = new Map<string, NameHistory>();
  readonly #tags = new Map<NameHistory, ReadonlyMap<string, CheckedState>>();
  readonly #counts = { good: 0, failed: 0, active: 0, never: 0 };
  readonly #images: CheckedImage[] = [];
  #nextName = 0;

  constructor(facts: ImageFacts, list: readonly ImageReference[], now: number) {
    this.#facts = facts;
    this.#list = list;
    this.#now = now;
  }

  /** Checks for at most `budgetMs` milliseconds; true when there is no more to check. */
  work(budgetMs: number): boolean {
    const end = performance.now() + budgetMs;
    for (let turn = 1; ; turn += 1) {
      if (turn % TURN === 0 && performance.now() >= end) return false;
      if (this.#nextName < this.#facts.names.length) this.#learnName();
      else if (this.#images.length < this.#list.length) this.#checkImage();
      else return true;
    }
  }

  /** What came of it, once all is checked. */
  result(): CheckedList {
    const { complete, unreadNames } = this.#facts;
    return {
      images: this.#images,
      counts: this.#counts,
      complete: complete && unreadNames === 0,
    };
  }

  #learnName(): void {
    const history = this.#facts.names[this.#nextName];
    this.#nextName += 1;
    if (history !== undefined) this.#known.set(history.name, history);
  }

  #checkImage(): void {
    const image = this.#list[this.#images.length];
    if (image === undefined) return;
    const history = this.#known.get(image.name);
    let found: CheckedState | undefined;
    if (history !== undefined) {
      const states = this.#tags.get(history) ?? statesOf(this.#facts.table, history, this.#now);
      this.#tags.set(history, states);
      found = states.get(image.tag);
    }
    const { state, row } = found ?? NEVER;
    this.#counts[state] += 1;
    this.#images.push({ name: image.name, tag: image.tag, state, row });
  }
}

/** Checks a list at once. */
export function checkList(
  facts: ImageFacts,
  list: readonly ImageReference[],
  now: number,
): CheckedList {
  const check = new ListCheck(facts, list, now);
  check.work(Number.POSITIVE_INFINITY);
  return check.result();
}

function statesOf(table: BuildTable, history: NameHistory, now: number) {
  const states = new Map<string, CheckedState>();
  const created = new Map<string, number>();
  for (const tag of history.tags) {
    const name = table.texts.tags.at(tag.tag);
    states.set(name, { state: tag.broken ? 'failed' : 'good', row: tag.row });
    created.set(name, tag.created);
  }
  for (const row of history.active) {
    const name = table.texts.tags.at(table.tag[row] ?? 0);
    const own = table.created[row] ?? Number.NaN;
    const before = created.get(name);
    const newer = before === undefined || own > before;
    if (newer && !isStalledAt(own, now)) states.set(name, { state: 'active', row });
  }
  return states;
}
