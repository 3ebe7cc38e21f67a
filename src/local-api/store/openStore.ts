import { createHash } from 'node:crypto';
import { openStatements } from './openStatements.ts';

/** One build as the database keeps it: the columns that order and find it, and its ready answer. */
export interface StoredBuild {
  readonly id: string;
  readonly imageName: string;
  readonly imageTag: string;
  readonly status: string;
  /** Milliseconds since the epoch. */
  readonly created: number;
  /** Its JSON, as it is sent. */
  readonly body: string;
}

export interface StoredPage {
  readonly total: number;
  readonly bodies: readonly string[];
}

/** Builds by account in an embedded SQL database, newest first (`created` descending, then id). */
export interface Store {
  /** The account of a token, null when there is none. */
  find(token: string): number | null;
  /** The account of a token, made when there is none. */
  open(token: string): number;
  /** Adds builds, or replaces those with the same id; all or, when that fails, none of them. */
  put(account: number, builds: Iterable<StoredBuild>): void;
  /** The same, quicker for many; afterwards every place is numbered again. */
  seed(account: number, builds: Iterable<StoredBuild>): void;
  remove(account: number, ids: Iterable<string>): void;
  clear(account: number): void;
  /** The token opens nothing from now on. */
  revoke(token: string): void;
  page(account: number, offset: number, limit: number): StoredPage;
  /** How the database reads a page: the lines of its query plan. */
  plan(): string[];
  /** Runs SQL that reads, rows as arrays. For looking at what is stored. */
  rows(sql: string): unknown[][];
  close(): void;
}

/**
 * Opens an empty store, in memory by default. Places are dense and count from the oldest build,
 * so that new builds are appended and only what is newer than a change is numbered again, when
 * the next page is asked for.
 */
export function openStore(path = ':memory:'): Store {
  const { close, whole, read, findAccount, findCreated, ...run } = openStatements(path);
  const write = (account: number, one: StoredBuild) => {
    const { id, imageName, imageTag, status, created, body } = one;
    run.upsert.run(account, id, imageName, imageTag, status, created, body);
  };

  /** For each account whose places are out of date: the oldest creation time that changed. */
  const staleFrom = new Map<number, number>();
  const spoil = (account: number, created: number) =>
    staleFrom.set(account, Math.min(created, staleFrom.get(account) ?? created));

  const find = (token: string) => numberOrNull(findAccount.get(sha256(token)));

  const settle = (account: number) => {
    const from = staleFrom.get(account);
    if (from === undefined) return;
    whole(() => {
      const older = numberOrNull(run.countOlder.get(account, from)) ?? 0;
      run.dropPlaces.run(account, older);
      run.addPlaces.run(account, older, from);
    });
    staleFrom.delete(account);
  };

  return {
    find,
    open: (token) => {
      const known = find(token);
      return known ?? Number(run.addAccount.run(sha256(token)).lastInsertRowid);
    },
    put: (account, builds) =>
      whole(() => {
        for (const one of builds) {
          const before = numberOrNull(findCreated.get(account, one.id));
          if (before !== one.created) spoil(account, Math.min(one.created, before ?? one.created));
          write(account, one);
        }
      }),
    seed: (account, builds) =>
      whole(() => {
        spoil(account, Number.NEGATIVE_INFINITY);
        for (const one of builds) write(account, one);
      }),
    remove: (account, ids) =>
      whole(() => {
        for (const id of ids) {
          const before = numberOrNull(findCreated.get(account, id));
          if (before === null) continue;
          spoil(account, before);
          run.removeBuild.run(account, id);
        }
      }),
    clear: (account) => {
      run.clearBuilds.run(account);
      run.dropPlaces.run(account, 0);
      staleFrom.delete(account);
    },
    revoke: (token) => void run.revokeToken.run(sha256(token)),
    page: (account, offset, limit) => {
      settle(account);
      const last = numberOrNull(run.lastPlace.get(account)) ?? -1;
      const newest = last - offset;
      const rows =
        newest < 0 || limit === 0
          ? []
          : run.pageBodies.all(account, Math.max(0, newest - limit + 1), newest);
      return { total: last + 1, bodies: rows.map((row) => String(cell(row))) };
    },
    plan: () => run.pagePlan.all(1, 0, 99).map((row) => String(cell(row, 3))),
    rows: (sql) => read(sql).all(),
    close,
  };
}

function cell(row: unknown, at = 0): unknown {
  return Array.isArray(row) ? row[at] : undefined;
}

function numberOrNull(row: unknown): number | null {
  const value = cell(row);
  return typeof value === 'number' ? value : null;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
