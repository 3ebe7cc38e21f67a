import type { QueryClient } from '@tanstack/react-query';
import { fetchPage } from '../contract/fetchPage.ts';
import {
  browserClock,
  browserFrames,
  browserVisibility,
  type ReplicaClock,
  type ReplicaFrames,
  type ReplicaVisibility,
} from '../lib/surroundings.ts';
import { browserCopies } from './copy/browserCopies.ts';
import type { Copies } from './copy/Copies.ts';
import { Publisher } from './Publisher.ts';
import { ReplicaEngine } from './ReplicaEngine.ts';
import type { ReplicaState } from './ReplicaState.ts';
import { readReplicaState } from './readReplicaState.ts';
import type { SelectableTable } from './select/SelectableTable.ts';
import type { ShareTabs } from './share/joinTabs.ts';

interface ReplicaOptions {
  readonly token: string;
  /** The team whose list this is; without one the token's own. The same for the replica's life. */
  readonly team?: string | null;
  readonly queryClient: QueryClient;
  /** Hears once of a 401, with the token that was refused. */
  readonly onUnauthorized: (token: string) => void;
  /** Names the account in query keys; never the token. One of its own by default. */
  readonly account?: string;
  readonly fetchPage?: typeof fetchPage;
  readonly clock?: ReplicaClock;
  readonly frames?: ReplicaFrames;
  readonly visibility?: ReplicaVisibility;
  readonly copies?: Copies;
  readonly random?: () => number;
  /** Shares pages with the other tabs of this list; by default this tab is for itself. */
  readonly share?: ShareTabs;
}

/** This browser's whole copy of an account's list, kept fresh. */
export interface Replica {
  /**
   * Every build there is, to read and to ask. Another object, of another epoch, after a copy was
   * restored, everything was wiped, or what is gone was cleared away.
   */
  readonly table: SelectableTable;
  /**
   * Stands for the account: another object once a new token turned out to be of another one. What
   * is kept under it (`WeakMap`) goes with the account.
   */
  readonly owner: object;
  readonly getState: () => ReplicaState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Begins to load. Once. */
  start(): void;
  /** Polls now, also while paused or after a failure. */
  refresh(): void;
  /** Ends the loading; what came stays. */
  stop(): void;
  /** Goes on with what `stop` ended. */
  resume(): void;
  setPaused(paused: boolean): void;
  /** Looks at the list once a minute also while nobody sees the page, or no more. */
  setWatching(watching: boolean): void;
  /** Goes on with another token after a 401. Rows stay if it proves to be the same account. */
  reauthorize(token: string): void;
  /** Keeps a copy on this device, or removes it. Off until the person asks. */
  keepCopy(keep: boolean): void;
  /** Names this list on this device (`CopyKeeper.key`); another one with another token. */
  listKey(): Promise<string | null>;
  /** Ends everything: calls are cancelled, timers and listeners gone. */
  dispose(): void;
}

let accounts = 0;

function nameOf(account: number, team: string | null | undefined): string {
  return team ? `account-${account}-${team}` : `account-${account}`;
}

/** Makes a replica that has not started. */
export function createReplica(options: ReplicaOptions): Replica {
  accounts += 1;
  const clock = options.clock ?? browserClock;
  const frames = options.frames ?? browserFrames;
  const engine: ReplicaEngine = new ReplicaEngine({
    token: options.token,
    team: options.team ?? null,
    queryClient: options.queryClient,
    onUnauthorized: options.onUnauthorized,
    account: options.account ?? nameOf(accounts, options.team),
    fetchPage: options.fetchPage ?? fetchPage,
    clock,
    frames,
    visibility: options.visibility ?? browserVisibility,
    copies: options.copies ?? browserCopies,
    random: options.random ?? Math.random,
    share: options.share,
    onChange: (urgency) => {
      if (urgency === 'now') publisher.flush();
      else publisher.touch(urgency === 'pouring');
    },
  });
  const publisher = new Publisher<ReplicaState>({
    clock,
    frames,
    read: () => readReplicaState(engine, clock.now()),
  });
  return {
    get table() {
      return engine.rows.table;
    },
    get owner() {
      return engine.rows.owner;
    },
    getState: () => publisher.state,
    subscribe: (listener) => publisher.subscribe(listener),
    start: () => engine.start(),
    refresh: () => engine.refresh(),
    stop: () => engine.setStopped(true),
    resume: () => engine.setStopped(false),
    setPaused: (paused) => engine.setPaused(paused),
    setWatching: (watching) => engine.setWatching(watching),
    reauthorize: (token) => engine.reauthorize(token),
    keepCopy: (keep) => engine.keepCopy(keep),
    listKey: () => engine.kept.keeper.key(),
    dispose() {
      engine.dispose();
      publisher.dispose();
    },
  };
}
