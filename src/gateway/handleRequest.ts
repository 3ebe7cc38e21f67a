import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { BUILDS_PATH } from '../contract/fetchPage.ts';
import { GATEWAY_INFO_PATH, type GatewayInfo } from '../contract/gatewayInfo.ts';
import { isAllowedHost } from './door/allowedHosts.ts';
import { readApiRequest, refuseForeign } from './door/apiRequest.ts';
import { type Refusal, type RequestFacts, refuseAtDoor } from './door/door.ts';
import { headerValues } from './door/rawHeaders.ts';
import type { LogEntry, Route } from './log.ts';
import { bestEncoding } from './pages/encoding.ts';
import { DATA_HEADERS, PAGE_HEADERS } from './pages/headers.ts';
import type { PageFiles } from './pages/pageFiles.ts';
import { type Answer, crossingAnswer, refusalAnswer } from './upstream/answer.ts';
import { callUpstream, type UpstreamLimits } from './upstream/upstream.ts';

export interface HandlerOptions {
  /** The origin that API calls go up to, fixed for good. */
  readonly upstream: URL;
  readonly info: GatewayInfo;
  readonly files: PageFiles;
  /** Host names served besides loopback, lower case. */
  readonly allowedHosts: readonly string[];
  readonly limits: UpstreamLimits;
  readonly log: (entry: LogEntry) => void;
}

/** What is sent, whatever it was made from. */
interface Reply extends Answer {
  readonly route: Route;
}

/** Answers every request of the gateway; to be mounted in a `node:http` server. */
export function makeHandler(
  options: HandlerOptions,
): (request: IncomingMessage, response: ServerResponse) => void {
  const info = Buffer.from(JSON.stringify(options.info));

  // Connections that end with the answer under way. What was sent ahead on them may be a piece of
  // a request that two readers understand differently, so nobody looks at it.
  const ending = new WeakSet<Socket>();

  return (request, response) => {
    if (ending.has(request.socket)) return;
    const began = performance.now();
    const id = randomBytes(8).toString('hex');
    const facts: RequestFacts = {
      method: request.method ?? '',
      target: request.url ?? '',
      rawHeaders: request.rawHeaders,
    };
    let route: Route = routeOf(facts, options.files);
    let status = 499;
    let bytes = 0;

    const left = new AbortController();
    response.on('close', () => {
      left.abort();
      const whole = response.writableFinished;
      const ms = performance.now() - began;
      options.log({ method: facts.method, route, status: whole ? status : 499, ms, bytes, id });
    });
    // A client that breaks off in mid answer is no error of ours.
    response.on('error', () => {});

    const send = (reply: Reply) => {
      if (response.destroyed) return;
      route = reply.route;
      status = reply.status;
      bytes = facts.method === 'HEAD' ? 0 : reply.body.length;
      const ends = status === 400 || status === 421;
      if (ends) ending.add(request.socket);
      const constant = route === 'page' ? PAGE_HEADERS : DATA_HEADERS;
      response.writeHead(status, {
        ...constant,
        ...reply.headers,
        ...(status === 204 ? {} : { 'content-length': reply.body.length }),
        ...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
        ...(ends ? { connection: 'close' } : {}),
        'x-request-id': id,
      });
      response.end(facts.method === 'HEAD' ? undefined : reply.body);
    };
    const refuse = (refusal: Refusal) =>
      send({ route, ...(route === 'api' ? refusalAnswer(refusal) : textAnswer(refusal)) });

    const port = request.socket.localPort ?? 0;
    const refused =
      refuseAtDoor(facts, (host) => isAllowedHost(host, port, options.allowedHosts)) ??
      refuseMethod(facts, route);
    if (refused) {
      refuse(refused);
      return;
    }
    if (route === 'api') {
      const asked = readApiRequest(facts);
      if ('status' in asked) {
        refuse(asked);
        return;
      }
      const { upstream: origin, limits } = options;
      void callUpstream({ origin, request: asked, requestId: id, limits, signal: left.signal })
        .then(crossingAnswer)
        .then((answer) => send({ route, ...answer }));
    } else if (route === 'info') {
      const foreign = refuseForeign(facts.rawHeaders);
      if (foreign) refuse(foreign);
      else send({ route, status: 200, body: info, headers: JSON_TYPE });
    } else if (route === 'health') {
      send({ route, ...textAnswer({ status: 200, text: 'ok' }) });
    } else {
      const answer = pageAnswer(facts, options.files);
      if (answer) send({ route, ...answer });
      else refuse({ status: 404, text: 'There is nothing here.' });
    }
  };
}

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };

function pathOf(target: string): string {
  const mark = target.indexOf('?');
  return mark === -1 ? target : target.slice(0, mark);
}

function routeOf({ target }: RequestFacts, files: PageFiles): Route {
  const path = pathOf(target);
  if (path === BUILDS_PATH) return 'api';
  if (path === GATEWAY_INFO_PATH) return 'info';
  if (path === '/healthz') return 'health';
  return files.has(path) ? 'page' : 'none';
}

function refuseMethod({ method }: RequestFacts, route: Route): Refusal | null {
  if (route === 'none' || route === 'api') return null;
  if (method === 'GET' || method === 'HEAD') return null;
  return { status: 405, text: 'Only GET and HEAD are answered here.', allow: 'GET, HEAD' };
}

function pageAnswer(facts: RequestFacts, files: PageFiles): Answer | null {
  const file = files.get(pathOf(facts.target));
  if (!file) return null;
  const accepted = bestEncoding(headerValues(facts.rawHeaders, 'accept-encoding').join(','));
  const coding = accepted && file[accepted] ? accepted : null;
  return {
    status: 200,
    body: (coding && file[coding]) || file.plain,
    headers: {
      'content-type': file.type,
      'cache-control': file.cacheControl,
      vary: 'accept-encoding',
      ...(coding ? { 'content-encoding': coding } : {}),
    },
  };
}

function textAnswer({ status, text, allow }: Refusal): Answer {
  return {
    status,
    body: Buffer.from(`${text}\n`),
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      ...(allow === undefined ? {} : { allow }),
    },
  };
}
