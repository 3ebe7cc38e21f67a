import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer } from '../door/Answer.ts';
import type { RequestFacts } from '../door/refuseAtDoor.ts';
import { DATA_HEADERS, PAGE_HEADERS, WORKER_HEADERS } from '../pages/headers.ts';
import type { LogEntry, Route } from './log.ts';
import type { Turns } from './Turns.ts';

/** One request and what becomes of it: answered once, and logged once however it ends. */
export interface Exchange {
  readonly facts: RequestFacts;
  readonly route: Route;
  readonly id: string;
  /** Aborted when the client leaves. */
  readonly signal: AbortSignal;
  send(answer: Answer): void;
}

export interface ExchangeOptions {
  readonly turns: Turns;
  readonly routeOf: (facts: RequestFacts) => Route;
  /** How long a client may take to read an answer, milliseconds. */
  readonly writeMs: number;
  readonly log: (entry: LogEntry) => void;
}

/** The page itself waits 35 s for an answer, its last byte included. Milliseconds. */
export const WRITE_MS = 60_000;

/**
 * Has a request dealt with by `begin` once those before it on its connection are over. A client
 * that does not read its answer in time is let go: the answer is memory until it is read.
 */
export function openExchange(
  request: IncomingMessage,
  response: ServerResponse,
  options: ExchangeOptions,
  begin: (exchange: Exchange) => void,
): void {
  const { turns, writeMs, log } = options;
  const { socket } = request;
  const began = performance.now();
  const facts = factsOf(request);
  const route = options.routeOf(facts);
  const id = randomBytes(8).toString('hex');
  const left = new AbortController();
  let sent: { status: number; bytes: number; why: string | null } = {
    status: 499,
    bytes: 0,
    why: null,
  };
  let begun = false;
  let whole = false;
  let writing: NodeJS.Timeout | undefined;
  let over = false;

  const end = () => {
    if (over) return;
    over = true;
    clearTimeout(writing);
    left.abort();
    const status = whole ? sent.status : 499;
    const ms = performance.now() - began;
    const { bytes, why } = sent;
    log({ time: Date.now(), method: facts.method, route, status, ms, bytes, id, why });
  };

  const send = ({ status, headers, body, why }: Answer) => {
    if (over || response.destroyed) return;
    const bodiless = facts.method === 'HEAD';
    sent = { status, bytes: bodiless ? 0 : body.length, why: why ?? null };
    const ends = status === 400 || status === 421;
    // What was sent ahead may be a piece of a request that two readers understand differently.
    if (ends) turns.end(socket);
    writing = setTimeout(() => socket.destroy(), writeMs);
    response.writeHead(status, {
      ...constantHeaders(route, status),
      ...headers,
      ...(status === 204 ? {} : { 'content-length': body.length }),
      ...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
      ...(ends ? { connection: 'close' } : {}),
      'x-request-id': id,
    });
    response.end(bodiless ? undefined : body);
  };

  // Node calls an answer finished that was thrown away with its connection.
  response.on('finish', () => {
    whole = !socket.destroyed;
  });
  response.on('close', () => {
    end();
    if (begun) turns.leave(socket);
  });
  // A client that breaks off in mid answer is no error of ours.
  response.on('error', () => {});
  turns.enter(socket, {
    size: sizeOf(facts),
    begin: () => {
      begun = true;
      begin({ facts, route, id, signal: left.signal, send });
    },
    drop: end,
  });
}

/** A refusal is data, whatever was asked for: nothing in it may run or be stored. */
function constantHeaders(route: Route, status: number): Readonly<Record<string, string>> {
  if (status !== 200) return DATA_HEADERS;
  if (route === 'page') return PAGE_HEADERS;
  return route === 'worker' ? WORKER_HEADERS : DATA_HEADERS;
}

function factsOf(request: IncomingMessage): RequestFacts {
  return {
    method: request.method ?? '',
    target: request.url ?? '',
    rawHeaders: request.rawHeaders,
  };
}

function sizeOf({ target, rawHeaders }: RequestFacts): number {
  return rawHeaders.reduce((size, text) => size + text.length, target.length);
}
