import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { GatewayInfo } from '../contract/gatewayInfo.ts';
import { makeHandler } from './handleRequest.ts';
import type { LogEntry } from './log.ts';
import type { PageFiles } from './pages/pageFiles.ts';
import { UPSTREAM_LIMITS, type UpstreamLimits } from './upstream/upstream.ts';

export interface GatewayOptions {
  /** The origin that API calls go up to, such as `https://api.primeintellect.ai`. */
  readonly upstream: URL;
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
 * Serves the built page and passes the one API path up. Plain `node:http`, because the rules
 * look at header lines and targets as they came, which frameworks have already tidied.
 *
 * @throws Error with the code of the system (`EADDRINUSE` and the like) when it cannot listen.
 */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const headersMs = options.headersMs ?? 15_000;
  const handler = makeHandler({
    upstream: options.upstream,
    info: options.info,
    files: options.files,
    allowedHosts: options.allowedHosts ?? [],
    limits: { ...UPSTREAM_LIMITS, ...options.limits },
    log: options.log ?? (() => {}),
  });
  const server = createServer(
    {
      insecureHTTPParser: false,
      maxHeaderSize: 16 * 1024,
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
  server.on('upgrade', (_request, socket) => socket.destroy());

  const host = options.host ?? '127.0.0.1';
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  return {
    url: gatewayUrl(host, (server.address() as AddressInfo).port),
    close: () => drain(server, unused, options.drainMs ?? 10_000),
  };
}

/**
 * Sees to it that no connection outlives its last answer once the server closes, and gives the
 * connections that have not asked for anything yet, which Node does not count as idle.
 */
function trackConnections(server: Server): ReadonlySet<Socket> {
  const unused = new Set<Socket>();
  server.on('connection', (socket) => {
    unused.add(socket);
    socket.on('close', () => unused.delete(socket));
  });
  server.on('request', (request, response) => {
    unused.delete(request.socket);
    response.on('close', () => {
      if (!server.listening) server.closeIdleConnections();
    });
  });
  return unused;
}

function drain(server: Server, unused: ReadonlySet<Socket>, mostMs: number): Promise<void> {
  return new Promise((resolve) => {
    const last = setTimeout(() => server.closeAllConnections(), mostMs);
    server.close(() => {
      clearTimeout(last);
      resolve();
    });
    for (const socket of unused) socket.destroy();
  });
}

/** Where a person opens what listens there: an address of every interface is none to open. */
export function gatewayUrl(host: string, port: number): string {
  const anywhere = host === '0.0.0.0' || host === '::';
  const name = anywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}
