import { connect } from 'node:net';

/** An answer as it came over the wire. */
export interface RawReply {
  /** 0 when the connection was closed without an answer. */
  readonly status: number;
  /** Names in lower case; those that came twice are joined by a line break. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
  /** Everything that came until the answer was whole or the connection closed. */
  readonly text: string;
}

/**
 * Sends bytes to a server and reads one answer. With `untilClose`, reads on until the server
 * closes the connection, to see what else it says.
 */
export function rawCall(url: string, bytes: string, untilClose = false): Promise<RawReply> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    let text = '';
    const finish = () => {
      socket.destroy();
      resolve(readReply(text));
    };
    socket.on('error', finish);
    socket.on('close', finish);
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
      if (!untilClose && isWhole(text, bytes.startsWith('HEAD '))) finish();
    });
    socket.write(bytes, 'latin1');
  });
}

function isWhole(text: string, headersOnly: boolean): boolean {
  const end = text.indexOf('\r\n\r\n');
  if (end === -1 || headersOnly) return end !== -1;
  if (text.startsWith('HTTP/1.1 204')) return true;
  const [, length] = text.slice(0, end).match(/\r\ncontent-length: (\d+)/i) ?? [];
  return length !== undefined && text.length >= end + 4 + Number(length);
}

function readReply(text: string): RawReply {
  const end = text.indexOf('\r\n\r\n');
  const [first = '', ...lines] = text.slice(0, Math.max(end, 0)).split('\r\n');
  const headers = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).toLowerCase();
    const value = line.slice(colon + 1).trim();
    const before = headers.get(name);
    headers.set(name, before === undefined ? value : `${before}\n${value}`);
  }
  return {
    status: Number(first.match(/^HTTP\/1\.1 (\d{3}) /)?.[1] ?? 0),
    headers,
    body: end === -1 ? '' : text.slice(end + 4),
    text,
  };
}
