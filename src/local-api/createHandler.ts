import type { IncomingMessage, ServerResponse } from 'node:http';
import { Delays } from './answer/Delays.ts';
import { type Calls, countCall, type Fault, faultOf } from './answer/faultOf.ts';
import { pageBody } from './answer/pageBody.ts';
import { readPaging } from './answer/readPaging.ts';
import type { Accounts } from './createAccounts.ts';

const PATH = '/api/v1/images/builds';
const BASE = 'http://local.invalid';
const NO_MEMBER = '{"detail":"This token is not in that team."}';
const JSON_TYPE = { 'content-type': 'application/json' };

export interface Handler {
  handle(request: IncomingMessage, response: ServerResponse): void;
  /** Drops what waits to be answered; further requests are dropped too. */
  close(): void;
}

/** Answers `GET /api/v1/images/builds` as the contract says, to the tokens of these accounts. */
export function createHandler(
  accounts: Accounts,
  options: { readonly latencyMs: number; readonly now: () => number },
): Handler {
  const calls = new Map<number, Calls>();
  const delays = new Delays();
  let open = true;

  const faultFor = (account: number): Fault => {
    const name = accounts.faultOf(account);
    if (!name) return { kind: 'none' };
    const now = options.now();
    const counted = countCall(calls.get(account), now);
    calls.set(account, counted);
    return faultOf(name, counted, now);
  };

  const handle = (request: IncomingMessage, response: ServerResponse) => {
    if (!open) return void response.destroy();
    request.resume();
    const target = targetOf(request.url);
    if (target?.pathname !== PATH) return send(response, 404, JSON_TYPE, '{"detail":"Not Found"}');
    if (request.method !== 'GET') {
      const headers = { ...JSON_TYPE, allow: 'GET' };
      return send(response, 405, headers, '{"detail":"Method Not Allowed"}');
    }
    const caller = callerOf(accounts, request.headers.authorization);
    if (caller === null) {
      const refuse = () => send(response, 401, { 'www-authenticate': 'Bearer' }, '');
      return delays.add(options.latencyMs, response, refuse);
    }
    const fault = faultFor(caller.account);
    const wait = options.latencyMs + (fault.kind === 'late' ? fault.ms : 0);
    delays.add(wait, response, () => {
      answer(caller, target.searchParams, fault, response).catch(() => {
        send(response, 500, JSON_TYPE, '{"detail":"Internal Server Error"}');
      });
    });
  };

  const answer = async (
    caller: Caller,
    query: URLSearchParams,
    fault: Fault,
    response: ServerResponse,
  ) => {
    if (fault.kind === 'reset') return void response.destroy();
    if (fault.kind === 'instead') return send(response, fault.status, fault.headers, fault.body);
    const paging = readPaging(query);
    if ('errors' in paging) return send(response, 422, JSON_TYPE, JSON.stringify(paging));
    const { offset, limit, teamId } = paging;
    const account = teamId === null ? caller.account : accounts.findTeam(caller.token, teamId);
    if (account === null) return send(response, 403, JSON_TYPE, NO_MEMBER);
    await accounts.prepare(account);
    if (!open) return void response.destroy();
    const page = accounts.page(account, offset, limit);
    send(response, 200, JSON_TYPE, pageBody(page, offset, limit, fault));
  };

  return {
    handle,
    close: () => {
      open = false;
      delays.close();
    },
  };
}

/** Null for a request target that is no address at all. */
function targetOf(url = '/'): URL | null {
  return URL.canParse(url, BASE) ? new URL(url, BASE) : null;
}

interface Caller {
  readonly token: string;
  readonly account: number;
}

/** RFC 6750, section 2.1; the scheme's case does not matter (RFC 9110, section 11.1). */
function callerOf(accounts: Accounts, authorization: string | undefined): Caller | null {
  const token = /^bearer +(\S+) *$/i.exec(authorization ?? '')?.[1];
  const account = token === undefined ? null : accounts.find(token);
  return token === undefined || account === null ? null : { token, account };
}

function send(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>>,
  body: string,
): void {
  if (response.destroyed) return;
  response.writeHead(status, { ...headers, 'content-length': String(Buffer.byteLength(body)) });
  response.end(body);
}
