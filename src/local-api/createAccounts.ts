import { randomBytes } from 'node:crypto';
import { basename } from 'node:path';
import type { Build } from '../contract/build.ts';
import type { DemoAccount } from '../contract/gatewayInfo.ts';
import type { FaultName } from './answer/faultOf.ts';
import { type Contents, DEMO_ACCOUNTS } from './demo/demoAccounts.ts';
import type { Life } from './demo/life.ts';
import { loadBuilds } from './loadBuilds.ts';
import type { Store, StoredBuild, StoredPage } from './store/openStore.ts';
import { Seeding } from './store/Seeding.ts';
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
  readonly loaded: DemoAccount | null;
  find(token: string): number | null;
  /** What a token sees of a team, null where it is not in that team. */
  findTeam(token: string, teamId: string): number | null;
  faultOf(account: number): FaultName | null;
  /** Seeds a large account bit by bit, so that other requests are answered meanwhile. */
  prepare(account: number): Promise<void>;
  page(account: number, offset: number, limit: number): StoredPage;
  fill(token: string, builds: Iterable<Build>, teamId?: string): void;
  put(token: string, builds: Iterable<Build>): void;
  remove(token: string, ids: Iterable<string>): void;
  revoke(token: string): void;
  all(token: string): Build[];
  close(): void;
}

/**
 * Makes the demo accounts and the one of the loaded file.
 *
 * @throws Error of one line for a file that cannot be loaded or an account that does not exist.
 */
export function createAccounts(store: Store, options: AccountsOptions): Accounts {
  const lives = new Map<number, Life>();
  const seeding = new Seeding(store);
  const loaded = options.load === undefined ? null : load(store, options.load);
  const { listed, faults } = addDemo(store, seeding, lives, options);

  /** Brings an account up to this moment: its first contents, then what has changed since. */
  const bringUp = (account: number) => {
    seeding.finish(account);
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
    loaded,
    find: store.find,
    findTeam: (token, teamId) => store.find(teamKey(token, teamId)),
    faultOf: (account) => faults.get(account) ?? null,
    prepare: (account) => seeding.prepare(account),
    page: (account, offset, limit) => {
      bringUp(account);
      return store.page(account, offset, limit);
    },
    fill: (token, builds, teamId) => {
      const account = store.open(teamId === undefined ? token : teamKey(token, teamId));
      seeding.forget(account);
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
      seeding.close();
      store.close();
    },
  };
}

/** A file is of one person, and everybody on this machine can call: its token is made at random. */
function load(store: Store, file: string): DemoAccount {
  const builds = loadBuilds(file);
  const token = `loaded-${randomBytes(16).toString('hex')}`;
  store.seed(store.open(token), builds.map(storedBuild));
  return { token, summary: `${builds.length.toLocaleString('en')} builds of ${basename(file)}` };
}

function addDemo(
  store: Store,
  seeding: Seeding,
  lives: Map<number, Life>,
  { accounts, now, seed }: AccountsOptions,
): { listed: readonly DemoAccount[]; faults: ReadonlyMap<number, FaultName> } {
  const start = now();
  const faults = new Map<number, FaultName>();
  const listed: DemoAccount[] = [];

  function* contentsOf(account: number, contents: () => Contents): Generator<StoredBuild, void> {
    const { builds, life } = contents();
    if (life) lives.set(account, life);
    yield* stored(builds);
  }

  for (const token of accounts ?? DEMO_ACCOUNTS.keys()) {
    const kind = DEMO_ACCOUNTS.get(token);
    if (!kind) throw new Error(`No demo account is called ${token}.`);
    const account = store.open(token);
    seeding.add(
      account,
      contentsOf(account, () => kind.contents(seed, start)),
    );
    if (kind.fault) faults.set(account, kind.fault);
    for (const [teamId, contents] of kind.teams ?? []) {
      const team = store.open(teamKey(token, teamId));
      seeding.add(
        team,
        contentsOf(team, () => contents(seed, start)),
      );
    }
    listed.push({ token, summary: kind.summary });
  }
  return { listed, faults };
}

/** No token holds a line break, so that no token is another one's team. */
function teamKey(token: string, teamId: string): string {
  return `${token}\n${teamId}`;
}

function* stored(builds: Iterable<Build | WireBuild>): Generator<StoredBuild> {
  for (const build of builds) yield storedBuild(build);
}
