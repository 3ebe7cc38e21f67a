import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { hostOf, openRequest } from './openRequest.ts';
import { openTunnel } from './openTunnel.ts';
import type { UpstreamCall } from './UpstreamCall.ts';
import { type Why, whyOf } from './Why.ts';

/** What came back, whole. */
export interface RawAnswer {
  readonly status: number;
  readonly rawHeaders: readonly string[];
  readonly body: Buffer;
}

/** That nothing usable came back, and why. */
export interface NoAnswer {
  readonly failure: 'unreachable' | 'broken' | 'slow' | 'large' | 'left';
  /** Null where the client left. */
  readonly why: Why | null;
}

/**
 * Asks the upstream for one page and waits for the whole answer. The address is written from
 * integers and a checked id alone. Follows no redirect, decodes nothing, tries once. Never rejects.
 */
export function callUpstream(call: UpstreamCall): Promise<RawAnswer | NoAnswer> {
  const { origin, proxy, limits, signal } = call;
  const secure = origin.protocol === 'https:';
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve({ failure: 'left', why: null });
      return;
    }
    const slow = (why: Why) => () => finish({ failure: 'slow', why });
    const left = () => finish({ failure: 'left', why: null });
    const total = setTimeout(slow('timeout'), limits.totalMs);
    let step = setTimeout(slow('connect-timeout'), limits.connectMs);
    let stop = () => {};

    function finish(result: RawAnswer | NoAnswer) {
      clearTimeout(total);
      clearTimeout(step);
      signal.removeEventListener('abort', left);
      resolve(result);
      stop();
    }

    const ask = (tunnel: Socket | null) => {
      const outgoing = openRequest(call, tunnel);
      let connected = false;
      stop = () => outgoing.destroy();
      outgoing.on('socket', (socket) => {
        socket.once(secure ? 'secureConnect' : 'connect', () => {
          connected = true;
          clearTimeout(step);
          step = setTimeout(slow('first-byte-timeout'), limits.firstByteMs);
        });
      });
      outgoing.on('error', (error) =>
        finish({ failure: connected ? 'broken' : 'unreachable', why: whyOf(error, connected) }),
      );
      outgoing.on('upgrade', () => finish({ failure: 'broken', why: 'no-http' }));
      outgoing.on('response', (incoming) => {
        clearTimeout(step);
        collect(incoming, limits.bodyBytes, finish);
      });
      outgoing.end();
    };

    signal.addEventListener('abort', left);
    if (proxy === null) ask(null);
    else {
      const port = Number(origin.port || 443);
      stop = openTunnel({ proxy, host: hostOf(origin), port }, (result) => {
        if (typeof result === 'string') finish({ failure: 'unreachable', why: result });
        else ask(result);
      });
    }
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
    if (size > most) finish({ failure: 'large', why: 'too-large' });
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
        : { failure: 'broken', why: 'broken-off' },
    ),
  );
}
