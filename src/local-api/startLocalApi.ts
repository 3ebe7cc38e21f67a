import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Build } from '../contract/build.ts';
import type { DemoAccount } from '../contract/gatewayInfo.ts';
import { createAccounts } from './createAccounts.ts';
import { createHandler } from './createHandler.ts';
import { listenOn } from './listenOn.ts';
import { openStore } from './store/openStore.ts';

export interface LocalApiOptions {
  /** Fixes names, times and failures of the demo accounts. */
  readonly seed?: number;
  /** Added to every answer, milliseconds. */
  readonly latencyMs?: number;
  /** A JSON file of builds in the contract's shape, served to a token that nobody can guess. */
  readonly load?: string;
  /** Accounts to seed; all of them by default. Each is filled when first asked for. */
  readonly accounts?: readonly string[];
  /** Milliseconds since the epoch; the real clock by default. */
  readonly now?: () => number;
}

export interface LocalApi {
  /** Answers one request; to be mounted in any `node:http` server. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void;
  /** The demo accounts, whose tokens everybody may know. */
  readonly accounts: readonly DemoAccount[];
  /** The account of the loaded file; its token is for whoever started this. */
  readonly loaded: DemoAccount | null;
  /** Listens on a port of its own (0 picks one) and gives its origin, such as `http://127.0.0.1:4321`. */
  listen(port: number, host?: string): Promise<string>;
  /**
   * Makes an account, or empties it, and fills it with these builds; with the id of a team, what
   * the account sees of that team. For tests and the benchmark.
   */
  fill(token: string, builds: Iterable<Build>, teamId?: string): void;
  /** Adds builds, or replaces those with the same id. Makes the account when there is none. */
  put(token: string, builds: Iterable<Build>): void;
  remove(token: string, ids: Iterable<string>): void;
  /** Every readable build of an account in the API's own order; none for an unknown token. */
  all(token: string): Build[];
  /** From now on the token is refused (401). */
  revoke(token: string): void;
  close(): Promise<void>;
}

const DEFAULT_SEED = 20_260_417;

/**
 * Starts the contract's endpoint over an embedded database.
 *
 * @throws Error of one line for a file that cannot be loaded or an account that does not exist.
 */
export async function startLocalApi(options: LocalApiOptions = {}): Promise<LocalApi> {
  const now = options.now ?? Date.now;
  const store = openStore();
  const accounts = createAccounts(store, { ...options, seed: options.seed ?? DEFAULT_SEED, now });
  const handler = createHandler(accounts, { latencyMs: options.latencyMs ?? 0, now });
  const servers: Server[] = [];
  return {
    handle: handler.handle,
    accounts: accounts.listed,
    loaded: accounts.loaded,
    listen: (port, host = '127.0.0.1') => {
      const server = createServer(handler.handle);
      servers.push(server);
      return listenOn(server, port, host);
    },
    fill: accounts.fill,
    put: accounts.put,
    remove: accounts.remove,
    revoke: accounts.revoke,
    all: accounts.all,
    close: async () => {
      handler.close();
      await Promise.all(servers.splice(0).map(closed));
      accounts.close();
    },
  };
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
