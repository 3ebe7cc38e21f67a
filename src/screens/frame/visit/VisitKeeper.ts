import type { ReplicaVisibility } from '../../../lib/surroundings.ts';
import type { Replica } from '../../../replica/createReplica.ts';
import { newestTime } from './newestTime.ts';
import { advanceMark, beginVisit, leaveVisit, returnTo, type Visit } from './visit.ts';
import type { VisitStorage } from './visitStorage.ts';

export interface VisitParts {
  readonly replica: Pick<Replica, 'table' | 'getState' | 'subscribe' | 'listKey'>;
  readonly visits: VisitStorage;
  readonly visibility: ReplicaVisibility;
}

/** States of a list of which something can be said: the first reading is over. */
const UNREAD: ReadonlySet<string> = new Set(['empty', 'loading']);

/** Follows one list's visits: when this one began to count, and how far the next one has to. */
export class VisitKeeper {
  readonly #parts: VisitParts;
  readonly #listeners = new Set<() => void>();
  /** Names the list on this device; null until it is known. */
  #key: string | null = null;
  #keying = false;
  #visit: Visit | null = null;

  constructor(parts: VisitParts) {
    this.#parts = parts;
  }

  /** The visit as far as it is known; null before the first answer. The same object until it changes. */
  readonly get = (): Visit | null => this.#visit;

  /** The end of the last visit, also before the first answer says that it still is. */
  readonly mark = (): number | null => this.#visit?.mark ?? null;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Follows the list and the page until the result is called. */
  readonly follow = (): (() => void) => {
    const { replica, visibility } = this.#parts;
    const seen = () => (visibility.isVisible() ? this.#goOn() : this.leave());
    const unlisten = [replica.subscribe(() => this.#goOn()), visibility.subscribe(seen)];
    this.#goOn();
    return () => {
      for (const end of unlisten) end();
    };
  };

  /** The page is left, perhaps for good: how far the list was seen is kept. */
  readonly leave = (): void => {
    const { replica, visits } = this.#parts;
    const { apiTime, completeness, verifying } = replica.getState();
    const key = this.#key;
    if (key === null || this.#visit === null || apiTime === null || verifying) return;
    this.#set(leaveVisit(this.#visit, apiTime));
    if (UNREAD.has(completeness)) return;
    const mark = advanceMark(visits.mark(key), newestTime(replica.table), apiTime);
    if (mark !== null) visits.setMark(key, mark);
  };

  readonly dismiss = (dismissed: boolean): void => {
    if (this.#visit !== null) this.#set({ ...this.#visit, dismissed });
  };

  #goOn(): void {
    const { replica, visibility, visits } = this.#parts;
    const { apiTime, verifying } = replica.getState();
    if (verifying) {
      // Another token: another mark.
      this.#key = null;
      if (this.#visit !== null) this.#set(null);
      return;
    }
    if (apiTime === null) return;
    if (this.#key === null) {
      void this.#begin();
      return;
    }
    const visit = this.#visit;
    // What the clock said as the page was left says nothing of how long that was.
    if (visit === null || visit.leftAt === null || !visibility.isVisible()) return;
    if (apiTime > visit.leftAt) this.#set(returnTo(visit, visits.mark(this.#key), apiTime));
  }

  async #begin(): Promise<void> {
    if (this.#keying) return;
    this.#keying = true;
    const { replica, visits } = this.#parts;
    const key = await replica.listKey();
    this.#keying = false;
    const { apiTime, verifying } = replica.getState();
    if (key === null || apiTime === null || verifying) return;
    this.#key = key;
    this.#set(beginVisit(visits.own(key), visits.mark(key), apiTime));
  }

  #set(visit: Visit | null): void {
    if (visit === this.#visit) return;
    this.#visit = visit;
    if (visit !== null && this.#key !== null) this.#parts.visits.setOwn(this.#key, visit);
    for (const listener of [...this.#listeners]) listener();
  }
}
