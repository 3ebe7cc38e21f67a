import type { LogEntry } from '../exchange/log.ts';
import type { PageFile, PageFiles } from '../pages/pageFiles.ts';
import { type Gateway, type GatewayOptions, startGateway } from '../startGateway.ts';
import { type RecordingUpstream, recordUpstream, type Script } from './recordingUpstream.ts';

/** A gateway in front of a recording upstream, on free ports. */
export interface Pair {
  readonly gateway: Gateway;
  readonly upstream: RecordingUpstream;
  readonly log: readonly LogEntry[];
  /** The Host header that the gateway expects. */
  readonly host: string;
  /** Resolves when the log holds as many entries. */
  logged(count: number): Promise<void>;
  close(): Promise<void>;
}

export async function startPair(
  script?: Script,
  options: Partial<GatewayOptions> = {},
): Promise<Pair> {
  const upstream = await recordUpstream(script);
  const log: LogEntry[] = [];
  let waiting: { count: number; done: () => void }[] = [];
  const gateway = await startGateway({
    upstream: upstream.origin,
    info: { upstream: 'api.example', tokensUrl: null, demoAccounts: [] },
    files: FILES,
    log: (entry) => {
      log.push(entry);
      for (const one of waiting) if (log.length >= one.count) one.done();
      waiting = waiting.filter((one) => log.length < one.count);
    },
    ...options,
  });
  return {
    gateway,
    upstream,
    log,
    host: new URL(gateway.url).host,
    logged: (count) =>
      log.length >= count
        ? Promise.resolve()
        : new Promise((done) => {
            waiting.push({ count, done });
          }),
    close: async () => {
      await upstream.close();
      await gateway.close();
    },
  };
}

const file = (type: string, text: string, cacheControl: string): PageFile => ({
  type,
  cacheControl,
  plain: Buffer.from(text),
});

const FILES: PageFiles = new Map([
  ['/', file('text/html; charset=utf-8', '<!doctype html><title>Page</title>', 'no-store')],
  ['/assets/main-1a2b.js', file('text/javascript; charset=utf-8', 'let a;', 'immutable')],
]);
