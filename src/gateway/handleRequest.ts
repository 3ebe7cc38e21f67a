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
import { callUpstream, type UpstreamLimits } from './upstream/upstream.ts';

export interface HandlerOptions {
  /** The origin that API calls go up to, fixed for good. */
  readonly upstream: URL;
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
  const routeOf = (facts: RequestFacts) => routeTo(facts, files);

  return (request, response) => {
    const port = request.socket.localPort ?? 0;
    const isHost = (host: string) => isAllowedHost(host, port, options.allowedHosts);
    openExchange(request, response, { turns, routeOf, writeMs, log }, (exchange) => {
      const { facts, route, send } = exchange;
      const refused = refuseAtDoor(facts, isHost) ?? refuseMethod(facts, route);
      if (refused) send(route === 'api' ? refusalAnswer(refused) : textAnswer(refused));
      else if (route === 'api') passOn(exchange, options);
      else send(ownAnswer(exchange, files, info));
    });
  };
}

function passOn({ facts, id, signal, send }: Exchange, options: HandlerOptions): void {
  const request = readApiRequest(facts);
  if ('status' in request) {
    send(refusalAnswer(request));
    return;
  }
  const { upstream: origin, limits } = options;
  void callUpstream({ origin, request, requestId: id, limits, signal })
    .then(crossingAnswer)
    .then(send);
}

/** What is answered without the API: files, what stands behind, and that all is well. */
function ownAnswer({ facts, route }: Exchange, files: PageFiles, info: Buffer): Answer {
  if (route === 'worker') return WORKER_END;
  if (route === 'health') return textAnswer({ status: 200, text: 'ok' });
  if (route === 'info') {
    const foreign = refuseForeign(facts.rawHeaders);
    return foreign ? textAnswer(foreign) : { status: 200, body: info, headers: JSON_TYPE };
  }
  const file = files.get(pathOf(facts.target));
  return file ? pageAnswer(facts, file) : textAnswer(NOTHING_HERE);
}

const NOTHING_HERE: Refusal = { status: 404, text: 'There is nothing here.' };

function pathOf(target: string): string {
  const mark = target.indexOf('?');
  return mark === -1 ? target : target.slice(0, mark);
}

function routeTo({ target, rawHeaders }: RequestFacts, files: PageFiles): Route {
  const path = pathOf(target);
  // Browsers alone can send it, and only to fetch a worker's script (Service Workers, 4.4).
  if (headerValues(rawHeaders, 'service-worker').length > 0) return 'worker';
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
