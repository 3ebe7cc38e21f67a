import type { ListCopy } from './copy/Copies.ts';
import { CopyKeeper, type CopyKeeperOptions } from './copy/CopyKeeper.ts';
import { restoreCopy } from './copy/restoreCopy.ts';
import type { Rounds } from './Rounds.ts';

interface KeptListOptions extends Omit<CopyKeeperOptions, 'list'> {
  readonly rounds: Rounds;
  /** The stamp of the last call sent, null while nothing is to be kept. */
  readonly stamp: () => number | null;
  /** What reads, writes and clears copies is here, or is not to be had. */
  readonly onReady: () => void;
}

/** The list of the rounds as this device keeps it: saved once proven, shown again at a start. */
export class KeptList {
  readonly keeper: CopyKeeper;
  readonly #options: Pick<KeptListOptions, 'rounds' | 'stamp' | 'onReady'>;
  #snapshots: typeof import('./columns/storeSnapshots.ts') | null = null;

  constructor({ rounds, stamp, onReady, ...options }: KeptListOptions) {
    this.#options = { rounds, stamp, onReady };
    this.keeper = new CopyKeeper({ ...options, list: () => this.#keepable() });
  }

  /** Loads what reads, writes and clears copies of the list: no first row needs it. */
  async ready(): Promise<void> {
    this.#snapshots ??= await import('./columns/storeSnapshots.ts').catch(() => null);
    this.#options.onReady();
  }

  /** The copy there is (`CopyKeeper.load`). */
  find(): Promise<ListCopy | null> {
    return this.keeper.load(this.ready());
  }

  /** Takes the copy up; the first walk then sets it right. Returns its stamp, null without rows. */
  restore(found: ListCopy | null): number | null {
    const copy = this.#snapshots && restoreCopy(found, this.#snapshots.readStore);
    if (!copy) return null;
    const { rounds } = this.#options;
    rounds.rows.restore(copy.store);
    rounds.restoredFrom = copy.savedAt;
    return copy.stamp;
  }

  /** Saves the list in its time, where it is proven. */
  offer(): void {
    const { sweep, version } = this.#options.rounds.rows;
    if (sweep.verdict === 'proven') this.keeper.offer(version);
  }

  /** Clears away what is gone. Only while no call is under way. */
  clearAway(): void {
    if (this.#snapshots) this.#options.rounds.clearAway(this.#snapshots.clearedOf);
  }

  /** What is worth keeping: a list that is proven. */
  #keepable() {
    const { rounds, stamp } = this.#options;
    const { store, sweep } = rounds.rows;
    const last = stamp();
    if (!this.#snapshots || sweep.verdict !== 'proven') return null;
    if (rounds.verifying || last === null) return null;
    return { snapshot: this.#snapshots.snapshotOf(store), stamp: last };
  }
}
