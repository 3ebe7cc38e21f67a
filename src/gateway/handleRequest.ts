import type { IncomingMessage, ServerResponse } from 'node:http';
import { BUILDS_PATH } from '../contract/fetchPage.ts';
import { GATEWAY_INFO_PATH, type GatewayInfo } from '../contract/gatewayInfo.ts';
import { type Answer, JSON_TYPE, refusalAnswer, textAnswer } from './door/Answer.ts';
import { isAllowedHost } from './door/allowedHosts.ts';
import { readApiRequest, refuseForeign } from './door/apiRequest.ts';
import { headerValues } from './door/rawHeaders.ts';
import { type Refusal, type RequestFacts, refuseAtDoor } from './door/refuseAtDoor.ts';
import type { LogEntry, Route } from './exchange/log.ts';
import { type Exchange, openExchange } from './exchange/openExchange.ts';
import type { Turns } from './exchange/Turns.ts';
import { pageAnswer } from './pages/pageAnswer.ts';
import type { PageFiles } from './pages/pageFiles.ts';
import { WORKER_END } from './pages/workerEnd.ts';
import { crossingAnswer } from './upstream/crossingAnswer.ts';
import type { LastAnswer } from './upstream/LastAnswer.ts';
import type { UpstreamLimits } from './upstream/UpstreamCall.ts';
import { callUpstream } from './upstream/upstream.ts';

export interface HandlerOptions {
  /** The address that API calls go up to, fixed for good. */
  readonly upstream: URL;
  /** The proxy on the way to it. */
  readonly proxy: URL | null;
  readonly last: LastAnswer;
  /** Where the page is, with a slash at both ends. */
  readonly basePath: string;
  readonly info: GatewayInfo;
  readonly files: PageFiles;
  /** Host names served besides loopback, lower case. */
  readonly allowedHosts: readonly string[];
  readonly limits: UpstreamLimits;
  /** How long a client may take to read an answer, milliseconds. */
  readonly writeMs: number;
  readonly turns: Turns;
  readonly log: (entry: LogEntry) => void;
}

/** Answers every request of the gateway; to be mounted in a `node:http` server. */
export function makeHandler(
  options: HandlerOptions,
): (request: IncomingMessage, response: ServerResponse) => void {
  const { files, turns, writeMs, log } = options;
  const info = Buffer.from(JSON.stringify(options.info));
  const pathOf = readPath(options.basePath);
  const routeOf = (facts: RequestFacts) => routeTo(facts, pathOf(facts.target), files);

  return (request, response) => {
    const port = request.socket.localPort ?? 0;
    const isHost = (host: string) => isAllowedHost(host, port, options.allowedHosts);
    openExchange(request, response, { turns, routeOf, writeMs, log }, (exchange) => {
      const { facts, route, send } = exchange;
      // A probe calls by an address that nobody knows before, and is told nothing.
      const refused =
        refuseAtDoor(facts, route === 'health' ? anyHost : isHost) ?? refuseMethod(facts, route);
      if (refused) send(route === 'api' ? refusalAnswer(refused) : textAnswer(refused));
      else if (route === 'api') passOn(exchange, options);
      else send(ownAnswer(exchange, pathOf(facts.target), options, info));
    });
  };
}

const anyHost = () => true;

function passOn({ facts, id, signal, send }: Exchange, options: HandlerOptions): void {
  const request = readApiRequest(facts);
  if ('status' in request) {
    send(refusalAnswer(request));
    return;
  }
  const { upstream: origin, proxy, limits, last } = options;
  void callUpstream({ origin, proxy, request, requestId: id, limits, signal }).then((came) => {
    last.note(came);
    send(crossingAnswer(came));
  });
}

/** What is answered without the API: files, what stands behind, and that all is well. */
function ownAnswer(
  { facts, route }: Exchange,
  path: string | null,
  { files, basePath, last }: HandlerOptions,
  info: Buffer,
): Answer {
  if (route === 'worker') return WORKER_END;
  if (route === 'health') return textAnswer({ status: 200, text: 'ok' });
  if (route === 'ready') {
    const { ready, text } = last.read();
    return textAnswer({ status: ready ? 200 : 503, text });
  }
  if (route === 'info') {
    const foreign = refuseForeign(facts.rawHeaders);
    return foreign ? textAnswer(foreign) : { status: 200, body: info, headers: JSON_TYPE };
  }
  const file = path === null ? undefined : files.get(path);
  if (file) return pageAnswer(facts, file);
  return textAnswer({
    status: 404,
    text:
      path === null
        ? `There is nothing here. The page is at ${basePath}`
        : 'There is nothing here.',
  });
}

/**
 * Reads the path of a target, from the slash before the name on: `/builds/theme.js` below `/builds/`
 * is `/theme.js`. Null for what is not below it.
 */
function readPath(basePath: string): (target: string) => string | null {
  const above = basePath.length - 1;
  return (target) => {
    const mark = target.indexOf('?');
    const path = mark === -1 ? target : target.slice(0, mark);
    return path.startsWith(basePath) ? path.slice(above) : (PROBES.get(path) ?? null);
  };
}

/** Asked by what runs this server, which knows no path of it. */
const PROBES = new Map(['/healthz', '/readyz'].map((path) => [path, path]));

function routeTo({ rawHeaders }: RequestFacts, path: string | null, files: PageFiles): Route {
  // Browsers alone can send it, and only to fetch a worker's script (Service Workers, 4.4).
  if (headerValues(rawHeaders, 'service-worker').length > 0) return 'worker';
  if (path === BUILDS_PATH) return 'api';
  if (path === GATEWAY_INFO_PATH) return 'info';
  if (path === '/healthz') return 'health';
  if (path === '/readyz') return 'ready';
  return path !== null && files.has(path) ? 'page' : 'none';
}

function refuseMethod({ method }: RequestFacts, route: Route): Refusal | null {
  if (route === 'none' || route === 'api') return null;
  if (method === 'GET' || method === 'HEAD') return null;
  return { status: 405, text: 'Only GET and HEAD are answered here.', allow: 'GET, HEAD' };
}
