import { randomBytes } from 'node:crypto';
import { type IncomingMessage, type Server, STATUS_CODES } from 'node:http';
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Refusal } from '../door/refuseAtDoor.ts';
import { DATA_HEADERS } from '../pages/headers.ts';
import type { LogEntry } from './log.ts';
import type { Turns } from './Turns.ts';

export interface SocketOptions {
  readonly turns: Turns;
  readonly log: (entry: LogEntry) => void;
}

/** How long a refused client may take to read why, milliseconds. */
const LINGER_MS = 1000;

/**
 * Refuses what never becomes a request of Node's server, as everything else is refused: with the
 * constant headers, in our own words, and with a line in the log. These are upgrades, CONNECT and
 * what the parser cannot read. The connection ends.
 */
export function refuseSockets(server: Server, options: SocketOptions): void {
  const tunnel = (request: IncomingMessage, socket: Duplex) => {
    refuse(socket, TUNNEL, request.method ?? '-', options);
  };
  server.on('connect', tunnel);
  server.on('upgrade', (request, socket) => {
    refuse(socket, UPGRADE, request.method ?? '-', options);
  });
  server.on('clientError', (error: Error & { code?: string }, socket) => {
    refuse(socket, UNREADABLE[error.code ?? ''] ?? NO_REQUEST, '-', options);
  });
}

const TUNNEL: Refusal = { status: 405, text: 'Only GET is answered here.', allow: 'GET' };
const UPGRADE: Refusal = { status: 400, text: 'No upgrade is taken.' };
const NO_REQUEST: Refusal = { status: 400, text: 'This is no request of HTTP.' };
const UNREADABLE: Readonly<Record<string, Refusal>> = {
  HPE_HEADER_OVERFLOW: {
    status: 431,
    text: 'The address or the headers are longer than is taken. Open / without a query.',
  },
  HPE_CHUNK_EXTENSIONS_OVERFLOW: { status: 413, text: 'A request body is not taken.' },
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, text: 'The request did not come in time.' },
};

function refuse(socket: Duplex, refusal: Refusal, method: string, options: SocketOptions): void {
  const { turns, log } = options;
  if (!(socket instanceof Socket)) {
    socket.destroy();
    return;
  }
  // Its last answer is under way and ends it.
  if (turns.hasEnded(socket)) return;
  // Nothing was asked on a connection that a browser opened to have one, or that broke off.
  if (socket.bytesRead === 0 || !socket.writable) {
    socket.destroy();
    return;
  }
  const id = randomBytes(8).toString('hex');
  const bytes = answerBytes(refusal, id);
  const busy = turns.isBusy(socket);
  const { status } = refusal;
  const sent = busy ? 0 : bytes.body.length;
  log({ time: Date.now(), method, route: 'none', status, ms: 0, bytes: sent, id, why: null });
  turns.end(socket);
  // The answer that is under way must not be mixed with this one.
  if (busy) socket.destroy();
  else linger(socket, bytes.head + bytes.body);
}

/** Reads on for a moment: a connection that is cut with bytes unread loses what was said to it. */
function linger(socket: Socket, bytes: string): void {
  const last = setTimeout(() => socket.destroy(), LINGER_MS);
  socket.once('close', () => clearTimeout(last));
  socket.on('error', () => socket.destroy());
  socket.once('end', () => socket.destroy());
  socket.end(bytes, 'latin1');
  socket.resume();
}

function answerBytes({ status, text, allow }: Refusal, id: string): { head: string; body: string } {
  const body = `${text}\n`;
  const headers = {
    ...DATA_HEADERS,
    'content-type': 'text/plain; charset=utf-8',
    'content-length': String(body.length),
    ...(allow === undefined ? {} : { allow }),
    connection: 'close',
    'x-request-id': id,
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const head = [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', ''].join('\r\n');
  return { head, body };
}
