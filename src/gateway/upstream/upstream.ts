import { type IncomingMessage, request as requestHttp } from 'node:http';
import { Agent, request as requestHttps } from 'node:https';
import { urlToHttpOptions } from 'node:url';
import { BUILDS_PATH } from '../../contract/fetchPage.ts';
import type { ApiRequest } from '../door/apiRequest.ts';

/** How long and how much the upstream may take. Milliseconds and bytes. */
export interface UpstreamLimits {
  /** To be connected, TLS included. */
  readonly connectMs: number;
  /** From then until the answer's headers are whole. */
  readonly firstByteMs: number;
  /** For the whole call. */
  readonly totalMs: number;
  readonly bodyBytes: number;
}

export const UPSTREAM_LIMITS: UpstreamLimits = {
  connectMs: 5_000,
  firstByteMs: 30_000,
  totalMs: 60_000,
  bodyBytes: 32 * 1024 * 1024,
};

/** What came back, whole. */
export interface RawAnswer {
  readonly status: number;
  readonly rawHeaders: readonly string[];
  readonly body: Buffer;
}

/** Why nothing usable came back. */
export interface NoAnswer {
  readonly failure: 'unreachable' | 'broken' | 'slow' | 'large' | 'left';
}

export interface UpstreamCall {
  readonly origin: URL;
  readonly request: ApiRequest;
  readonly requestId: string;
  readonly limits: UpstreamLimits;
  /** Aborted when the client leaves. */
  readonly signal: AbortSignal;
}

// A connection is never used for a second call, so that bytes left over from one person's answer
// cannot be read as the start of another's. TLS sessions are resumed, which spares most of the cost.
const tls = new Agent({ keepAlive: false });

/**
 * Asks the upstream for one page and waits for the whole answer. The address is written from
 * integers and a checked id alone. Follows no redirect, decodes nothing, tries once. Never rejects.
 */
export function callUpstream(call: UpstreamCall): Promise<RawAnswer | NoAnswer> {
  const { origin, limits, signal } = call;
  const secure = origin.protocol === 'https:';
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve({ failure: 'left' });
      return;
    }
    const { hostname, port } = urlToHttpOptions(origin);
    const options = {
      hostname,
      port,
      method: 'GET',
      path: pathOf(call.request),
      headers: {
        host: origin.host,
        authorization: call.request.authorization,
        accept: 'application/json',
        'user-agent': 'image-builds',
        'x-request-id': call.requestId,
        connection: 'close',
      },
      insecureHTTPParser: false,
    };
    const outgoing = secure
      ? requestHttps({ ...options, agent: tls, rejectUnauthorized: true })
      : requestHttp({ ...options, agent: false });

    const slow = () => finish({ failure: 'slow' });
    const left = () => finish({ failure: 'left' });
    const total = setTimeout(slow, limits.totalMs);
    let step = setTimeout(slow, limits.connectMs);
    let connected = false;

    function finish(result: RawAnswer | NoAnswer) {
      clearTimeout(total);
      clearTimeout(step);
      signal.removeEventListener('abort', left);
      resolve(result);
      outgoing.destroy();
    }

    signal.addEventListener('abort', left);
    outgoing.on('socket', (socket) => {
      socket.once(secure ? 'secureConnect' : 'connect', () => {
        connected = true;
        clearTimeout(step);
        step = setTimeout(slow, limits.firstByteMs);
      });
    });
    outgoing.on('error', () => finish({ failure: connected ? 'broken' : 'unreachable' }));
    outgoing.on('upgrade', () => finish({ failure: 'broken' }));
    outgoing.on('response', (incoming) => {
      clearTimeout(step);
      collect(incoming, limits.bodyBytes, finish);
    });
    outgoing.end();
  });
}

function collect(
  incoming: IncomingMessage,
  most: number,
  finish: (result: RawAnswer | NoAnswer) => void,
): void {
  const chunks: Buffer[] = [];
  let size = 0;
  incoming.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > most) finish({ failure: 'large' });
    else chunks.push(chunk);
  });
  // The last event of every answer, of one that broke off as well.
  incoming.on('close', () =>
    finish(
      incoming.readableEnded && incoming.complete
        ? {
            status: incoming.statusCode ?? 0,
            rawHeaders: incoming.rawHeaders,
            body: Buffer.concat(chunks, size),
          }
        : { failure: 'broken' },
    ),
  );
}

function pathOf({ offset, limit, teamId }: ApiRequest): string {
  const query = [
    ...(offset === null ? [] : [`offset=${offset}`]),
    ...(limit === null ? [] : [`limit=${limit}`]),
    ...(teamId === null ? [] : [`teamId=${teamId}`]),
  ].join('&');
  return query === '' ? BUILDS_PATH : `${BUILDS_PATH}?${query}`;
}
