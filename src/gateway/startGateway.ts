import { createServer } from 'node:http';
import type { GatewayInfo } from '../contract/gatewayInfo.ts';
import { drain, trackConnections } from './exchange/drain.ts';
import { listen } from './exchange/listen.ts';
import type { LogEntry } from './exchange/log.ts';
import { WRITE_MS } from './exchange/openExchange.ts';
import { refuseSockets } from './exchange/refuseSocket.ts';
import { Turns } from './exchange/Turns.ts';
import { makeHandler } from './handleRequest.ts';
import type { PageFiles } from './pages/pageFiles.ts';
import { LastAnswer } from './upstream/LastAnswer.ts';
import { UPSTREAM_LIMITS, type UpstreamLimits } from './upstream/UpstreamCall.ts';

export interface GatewayOptions {
  /** The address that API calls go up to, such as `https://api.primeintellect.ai`. */
  readonly upstream: URL;
  /** The proxy on the way to it. */
  readonly proxy?: URL | null;
  /** Where the page is, with a slash at both ends; `/` by default. */
  readonly basePath?: string;
  /** What `/gateway.json` says. */
  readonly info: GatewayInfo;
  readonly files: PageFiles;
  /** 0 picks a free one, which is the default. */
  readonly port?: number;
  /** The address to bind, `127.0.0.1` by default. */
  readonly host?: string;
  /** Host names served besides loopback, lower case, with or without a port. */
  readonly allowedHosts?: readonly string[];
  readonly limits?: Partial<UpstreamLimits>;
  /** How long a client may take to send its request's headers, milliseconds. */
  readonly headersMs?: number;
  /** How long a client may take to read an answer, milliseconds. */
  readonly writeMs?: number;
  /** How long `close` waits for answers under way, milliseconds. */
  readonly drainMs?: number;
  readonly log?: (entry: LogEntry) => void;
}

export interface Gateway {
  /** Such as `http://127.0.0.1:4400`. */
  readonly url: string;
  /** Takes no new requests, lets those under way end, then ends. */
  close(): Promise<void>;
}

/**
 * The request line and the headers, bytes: a view with a search of 20,000 letters of any alphabet
 * stands in an address. The headers alone may have 16 kB.
 */
const LONGEST_HEAD = 256 * 1024;

/**
 * Serves the built page and passes the one API path up. Plain `node:http`, because the rules
 * look at header lines and targets as they came, which frameworks have already tidied.
 *
 * @throws Error with the code of the system (`EADDRINUSE` and the like) when it cannot listen.
 */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const headersMs = options.headersMs ?? 15_000;
  const turns = new Turns();
  const log = options.log ?? (() => {});
  const handler = makeHandler({
    upstream: options.upstream,
    proxy: options.proxy ?? null,
    last: new LastAnswer(),
    basePath: options.basePath ?? '/',
    info: options.info,
    files: options.files,
    allowedHosts: options.allowedHosts ?? [],
    limits: { ...UPSTREAM_LIMITS, ...options.limits },
    writeMs: options.writeMs ?? WRITE_MS,
    turns,
    log,
  });
  const server = createServer(
    {
      insecureHTTPParser: false,
      maxHeaderSize: LONGEST_HEAD,
      // The door says so in our own words.
      requireHostHeader: false,
      headersTimeout: headersMs,
      requestTimeout: headersMs,
      connectionsCheckingInterval: Math.min(5_000, headersMs),
      // Longer than the page's slowest polling, so that a poll never meets a closing connection.
      keepAliveTimeout: 75_000,
    },
    handler,
  );
  // Header lines past a maximum would be dropped unseen; their size is limited anyway.
  server.maxHeadersCount = 0;
  server.on('checkContinue', handler);
  server.on('checkExpectation', handler);
  const unused = trackConnections(server);
  refuseSockets(server, { turns, log });

  const host = options.host ?? '127.0.0.1';
  const port = await listen(server, options.port ?? 0, host);
  return {
    url: gatewayUrl(host, port),
    close: () => drain(server, unused, options.drainMs ?? 10_000),
  };
}

/** Where a person opens what listens there: an address of every interface is none to open. */
export function gatewayUrl(host: string, port: number): string {
  const anywhere = host === '0.0.0.0' || host === '::';
  const name = anywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}
