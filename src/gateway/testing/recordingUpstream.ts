import { createServer, type Socket } from 'node:net';

/** A server of raw bytes that keeps what it was sent and answers as a script says. */
export interface RecordingUpstream {
  readonly origin: URL;
  /** Everything received, one text a connection. */
  readonly received: string[];
  /** Resolves when a connection has sent its request's headers. */
  asked(): Promise<Socket>;
  /** Resolves when every connection is closed. */
  quiet(): Promise<void>;
  close(): Promise<void>;
}

/** What to do once a request's headers are there. */
export type Script = (socket: Socket) => void;

/** An answer of the contract with no builds. */
export const EMPTY_PAGE = '{"total_count":0,"offset":0,"limit":100,"data":[]}';

/** The bytes of an answer, the Content-Length added unless it is among the headers. */
export function bytesOf(
  status: string,
  headers: readonly string[] = ['content-type: application/json'],
  body = EMPTY_PAGE,
): string {
  const length = headers.some((header) => /^content-length|^transfer-encoding/i.test(header))
    ? []
    : [`content-length: ${Buffer.byteLength(body)}`];
  return `${[`HTTP/1.1 ${status}`, ...headers, ...length].join('\r\n')}\r\n\r\n${body}`;
}

export async function recordUpstream(
  script: Script = (socket) => socket.end(bytesOf('200 OK')),
): Promise<RecordingUpstream> {
  const received: string[] = [];
  const sockets = new Set<Socket>();
  const waiting: ((socket: Socket) => void)[] = [];
  const heard: Socket[] = [];
  let silent: (() => void)[] = [];
  const server = createServer((socket) => {
    const at = received.push('') - 1;
    let begun = false;
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => {
      sockets.delete(socket);
      if (sockets.size > 0) return;
      for (const done of silent) done();
      silent = [];
    });
    socket.on('data', (bytes) => {
      received[at] += bytes.toString('latin1');
      if (begun || !received[at]?.includes('\r\n\r\n')) return;
      begun = true;
      const next = waiting.shift();
      if (next) next(socket);
      else heard.push(socket);
      script(socket);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    origin: new URL(`http://127.0.0.1:${port}`),
    received,
    asked: () => {
      const first = heard.shift();
      return first ? Promise.resolve(first) : new Promise((resolve) => waiting.push(resolve));
    },
    quiet: () =>
      sockets.size === 0 ? Promise.resolve() : new Promise((resolve) => silent.push(resolve)),
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
