import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Build } from '../contract/build.ts';
import type { DemoAccount } from '../contract/gatewayInfo.ts';

export interface LocalApiOptions {
  /** Fixes names, times and failures of the demo accounts. */
  readonly seed?: number;
  /** Added to every answer, milliseconds. */
  readonly latencyMs?: number;
  /** A JSON file of builds in the contract's shape, served to the token `loaded`. */
  readonly load?: string;
  /** Accounts to seed; all of them by default. Huge ones are seeded when first asked for. */
  readonly accounts?: readonly string[];
  /** Milliseconds since the epoch; the real clock by default. */
  readonly now?: () => number;
}

export interface LocalApi {
  /** Answers one request; to be mounted in any `node:http` server. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void;
  readonly accounts: readonly DemoAccount[];
  /** Listens on a port of its own (0 picks one) and gives its origin, such as `http://127.0.0.1:4321`. */
  listen(port: number, host?: string): Promise<string>;
  /** Makes an account, or empties it, and fills it with these builds. For tests and the benchmark. */
  fill(token: string, builds: Iterable<Build>): void;
  /** Adds builds, or replaces those with the same id. */
  put(token: string, builds: Iterable<Build>): void;
  remove(token: string, ids: Iterable<string>): void;
  /** Every build of an account in the API's own order. */
  all(token: string): Build[];
  close(): Promise<void>;
}

/** Starts the contract's endpoint over an embedded database. */
export async function startLocalApi(_options: LocalApiOptions = {}): Promise<LocalApi> {
  throw new Error('not yet');
}
