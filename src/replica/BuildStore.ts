import type { Build } from '../contract/build.ts';
import { isActive, STALLED_AFTER_MS } from '../contract/status.ts';
import { parseInstant } from '../lib/instant.ts';

const SNAPSHOT_VERSION = 0;

interface Row {
  build: Build;
  stamp: number;
  alive: boolean;
}

/** What an answer did to the store: row numbers. */
export interface Applied {
  /** Builds that were not in the store before, or had been removed. */
  readonly added: number[];
  /** Builds whose content differs from before. */
  readonly changed: number[];
}

/** Every build of the list, by id. A row number stays with its build for good. */
export class BuildStore {
  #rows: Row[] = [];
  #rowById = new Map<string, number>();
  #size = 0;
  #version = 0;

  /** Builds in the store. */
  get size(): number {
    return this.#size;
  }

  /** Counts up with each change. */
  get version(): number {
    return this.#version;
  }

  /** One more than the highest row number given out. */
  get rowCount(): number {
    return this.#rows.length;
  }

  /** The row of a build in the store. */
  rowOf(id: string): number | undefined {
    const row = this.#rowById.get(id);
    return row !== undefined && this.isAlive(row) ? row : undefined;
  }

  has(id: string): boolean {
    return this.rowOf(id) !== undefined;
  }

  /** False once the build was removed. */
  isAlive(row: number): boolean {
    return this.#rows[row]?.alive ?? false;
  }

  idAt(row: number): string {
    return this.build(row).id;
  }

  statusAt(row: number): string {
    return this.build(row).status;
  }

  /** Milliseconds since the epoch, null when unknown. */
  createdAt(row: number): number | null {
    return parseInstant(this.build(row).createdAt);
  }

  /**
   * The build as it was applied, text for text; a removed one as it was last.
   *
   * @throws RangeError when there is no such row.
   */
  build(row: number): Build {
    const found = this.#rows[row];
    if (!found) throw new RangeError(`no row ${row}`);
    return found.build;
  }

  /**
   * Merges an answer whose request started at `stamp`. For an id that was last applied or
   * removed with a later stamp, the answer is ignored.
   */
  apply(builds: readonly Build[], stamp: number): Applied {
    const added = new Set<number>();
    const changed = new Set<number>();
    for (const build of builds) {
      const at = this.#rowById.get(build.id);
      const row = at === undefined ? undefined : this.#rows[at];
      if (at === undefined || !row) {
        added.add(this.#rows.length);
        this.#rowById.set(build.id, this.#rows.length);
        this.#rows.push({ build, stamp, alive: true });
        this.#size += 1;
      } else if (stamp >= row.stamp) {
        if (!row.alive) {
          added.add(at);
          this.#size += 1;
        } else if (JSON.stringify(row.build) !== JSON.stringify(build) && !added.has(at)) {
          changed.add(at);
        }
        row.build = build;
        row.stamp = stamp;
        row.alive = true;
      }
    }
    if (added.size + changed.size > 0) this.#version += 1;
    return { added: [...added], changed: [...changed] };
  }

  /**
   * Removes builds that a request started at `stamp` showed to be gone; ids last applied with a
   * later stamp stay. Returns the rows that went.
   */
  remove(ids: Iterable<string>, stamp: number): number[] {
    const gone: number[] = [];
    for (const id of ids) {
      const at = this.#rowById.get(id);
      const row = at === undefined ? undefined : this.#rows[at];
      if (at === undefined || !row || stamp < row.stamp) continue;
      row.stamp = stamp;
      if (!row.alive) continue;
      row.alive = false;
      this.#size -= 1;
      gone.push(at);
    }
    if (gone.length > 0) this.#version += 1;
    return gone;
  }

  /** Forgets everything, tombstones included; row numbers start anew. */
  clear(): void {
    this.#rows = [];
    this.#rowById = new Map();
    this.#size = 0;
    this.#version += 1;
  }

  /** The active builds that are not stalled, and how many are stalled. */
  activeRows(now: number): { active: Uint32Array; stalled: number } {
    const active: number[] = [];
    let stalled = 0;
    this.#rows.forEach((row, at) => {
      if (!row.alive || !isActive(row.build.status)) return;
      const created = parseInstant(row.build.createdAt);
      if (created !== null && now - created > STALLED_AFTER_MS) stalled += 1;
      else active.push(at);
    });
    return { active: Uint32Array.from(active), stalled };
  }

  /** Everything in a form that `structuredClone` and IndexedDB keep. */
  toSnapshot(): unknown {
    return { version: SNAPSHOT_VERSION, rows: this.#rows };
  }

  /** The store of a snapshot, null when it is corrupt or of another version. */
  static fromSnapshot(snapshot: unknown): BuildStore | null {
    if (typeof snapshot !== 'object' || snapshot === null) return null;
    const { version, rows } = snapshot as { version?: unknown; rows?: Row[] };
    if (version !== SNAPSHOT_VERSION || !Array.isArray(rows)) return null;
    const store = new BuildStore();
    for (const row of rows) {
      store.apply([row.build], row.stamp);
      if (!row.alive) store.remove([row.build.id], row.stamp);
    }
    return store;
  }
}
