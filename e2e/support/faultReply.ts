import type { Socket } from 'node:net';

/** What an answer is made of. */
export interface FaultAnswer {
  readonly status?: number;
  /** Null sends no Content-Type. */
  readonly type?: string | null;
  /** Further header lines; a Content-Length among them replaces the right one. */
  readonly headers?: readonly string[];
  readonly body?: string;
}

/** One connection that waits for its answer. Every way of answering closes it, but for `hang`. */
export class FaultReply {
  readonly #socket: Socket;

  constructor(socket: Socket) {
    this.#socket = socket;
  }

  /** True once the caller has left, or everything was said. */
  get over(): boolean {
    return this.#socket.destroyed || this.#socket.writableEnded;
  }

  send(answer: FaultAnswer): void {
    this.bytes(bytesOf(answer));
  }

  json(body: unknown, status = 200, headers: readonly string[] = []): void {
    this.send({ status, headers, body: JSON.stringify(body) });
  }

  /** Exactly these bytes. */
  bytes(bytes: string | Buffer): void {
    this.#socket.end(bytes);
  }

  /** The connection is reset before a byte was said. */
  reset(): void {
    this.#socket.resetAndDestroy();
  }

  /** The headers and half of the body, then a reset. */
  resetInBody(answer: FaultAnswer): void {
    const bytes = Buffer.from(bytesOf(answer));
    const start = bytes.indexOf('\r\n\r\n') + 4;
    this.#socket.write(bytes.subarray(0, start + Math.floor((bytes.length - start) / 2)), () =>
      this.#socket.resetAndDestroy(),
    );
  }

  /** The headers at once, then the body byte by byte, until it has all come or the caller leaves. */
  drip(answer: FaultAnswer, everyMs: number): void {
    const bytes = Buffer.from(bytesOf(answer));
    let at = bytes.indexOf('\r\n\r\n') + 4;
    this.#socket.write(bytes.subarray(0, at));
    const timer = setInterval(() => {
      this.#socket.write(bytes.subarray(at, at + 1));
      at += 1;
      if (at >= bytes.length) this.#socket.end();
    }, everyMs);
    this.#socket.once('close', () => clearInterval(timer));
  }

  /** Nothing is ever said. */
  hang(): void {
    this.#socket.resume();
  }
}

/** The bytes of an answer, with its length and an end to its connection. */
function bytesOf({
  status = 200,
  type = 'application/json',
  headers = [],
  body = '',
}: FaultAnswer): string {
  const lines = [
    `HTTP/1.1 ${status} As scripted`,
    ...(type === null ? [] : [`content-type: ${type}`]),
    ...headers,
    'connection: close',
  ];
  if (!headers.some((line) => /^(content-length|transfer-encoding):/i.test(line))) {
    lines.push(`content-length: ${Buffer.byteLength(body)}`);
  }
  return `${lines.join('\r\n')}\r\n\r\n${body}`;
}
