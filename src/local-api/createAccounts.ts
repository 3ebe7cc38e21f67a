import { basename } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import type { Build } from '../contract/build.ts';
import type { DemoAccount } from '../contract/gatewayInfo.ts';
import type { FaultName } from './answer/faultOf.ts';
import { DEMO_ACCOUNTS, type DemoKind } from './demo/demoAccounts.ts';
import type { Life } from './demo/life.ts';
import { loadBuilds } from './loadBuilds.ts';
import type { Store, StoredBuild, StoredPage } from './store/openStore.ts';
import { buildFromBody, storedBuild, type WireBuild } from './store/storedBuild.ts';

export interface AccountsOptions {
  readonly seed: number;
  readonly load?: string;
  readonly accounts?: readonly string[];
  readonly now: () => number;
}

/** The accounts of the local API: who a token is, and what it holds at this moment. */
export interface Accounts {
  readonly listed: readonly DemoAccount[];
  find(token: string): number | null;
  faultOf(account: number): FaultName | null;
  /** Seeds a large account bit by bit, so that other requests are answered meanwhile. */
  prepare(account: number): Promise<void>;
  page(account: number, offset: number, limit: number): StoredPage;
  fill(token: string, builds: Iterable<Build>): void;
  put(token: string, builds: Iterable<Build>): void;
  remove(token: string, ids: Iterable<string>): void;
  revoke(token: string): void;
  all(token: string): Build[];
  close(): void;
}

/** The token of the builds of a file. */
const LOADED = 'loaded';
/** Builds seeded before other requests have their turn. */
const AT_A_TIME = 1000;

/**
 * Makes the demo accounts and the one of the loaded file.
 *
 * @throws Error of one line for a file that cannot be loaded or an account that does not exist.
 */
export function createAccounts(store: Store, options: AccountsOptions): Accounts {
  const start = options.now();
  const seeding = new Map<number, Iterator<StoredBuild>>();
  const lives = new Map<number, Life>();
  const faults = new Map<number, FaultName>();
  const listed: DemoAccount[] = [];
  let open = true;

  function* contentsOf(account: number, kind: DemoKind): Generator<StoredBuild, void> {
    const { builds, life } = kind.contents(options.seed, start);
    if (life) lives.set(account, life);
    yield* stored(builds);
  }

  if (options.load !== undefined) {
    const builds = loadBuilds(options.load);
    store.seed(store.open(LOADED), builds.map(storedBuild));
    const summary = `${builds.length.toLocaleString('en')} builds of ${basename(options.load)}`;
    listed.push({ token: LOADED, summary });
  }
  for (const token of options.accounts ?? DEMO_ACCOUNTS.keys()) {
    const kind = DEMO_ACCOUNTS.get(token);
    if (!kind) throw new Error(`No demo account is called ${token}.`);
    const account = store.open(token);
    seeding.set(account, contentsOf(account, kind));
    if (kind.fault) faults.set(account, kind.fault);
    listed.push({ token, summary: kind.summary });
  }

  const seedSome = (account: number, most: number) => {
    const rest = seeding.get(account);
    if (!rest) return;
    let done = false;
    store.seed(account, {
      *[Symbol.iterator]() {
        for (let count = 0; count < most && !done; count++) {
          const next = rest.next();
          if (next.done) done = true;
          else yield next.value;
        }
      },
    });
    if (done) seeding.delete(account);
  };
  /** Brings an account up to this moment: its first contents, then what has changed since. */
  const bringUp = (account: number) => {
    seedSome(account, Number.POSITIVE_INFINITY);
    const changed = lives.get(account)?.advance(options.now()) ?? [];
    if (changed.length > 0) store.put(account, changed.map(storedBuild));
  };
  const opened = (token: string) => {
    const account = store.open(token);
    bringUp(account);
    return account;
  };

  return {
    listed,
    find: store.find,
    faultOf: (account) => faults.get(account) ?? null,
    prepare: async (account) => {
      while (open && seeding.has(account)) {
        seedSome(account, AT_A_TIME);
        await turn();
      }
    },
    page: (account, offset, limit) => {
      bringUp(account);
      return store.page(account, offset, limit);
    },
    fill: (token, builds) => {
      const account = store.open(token);
      seeding.delete(account);
      lives.delete(account);
      store.clear(account);
      store.seed(account, stored(builds));
    },
    put: (token, builds) => store.put(opened(token), stored(builds)),
    remove: (token, ids) => store.remove(opened(token), ids),
    revoke: store.revoke,
    all: (token) => {
      if (store.find(token) === null) return [];
      const { bodies } = store.page(opened(token), 0, Number.MAX_SAFE_INTEGER);
      return bodies.map(buildFromBody).filter((build) => build !== null);
    },
    close: () => {
      open = false;
      store.close();
    },
  };
}

function* stored(builds: Iterable<Build | WireBuild>): Generator<StoredBuild> {
  for (const build of builds) yield storedBuild(build);
}
