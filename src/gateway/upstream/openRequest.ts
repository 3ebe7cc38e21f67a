import { type ClientRequest, request as requestHttp } from 'node:http';
import { Agent, request as requestHttps } from 'node:https';
import { isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { BUILDS_PATH } from '../../contract/fetchPage.ts';
import type { ApiRequest } from '../door/apiRequest.ts';
import { isLoopback, lookUpPrivate } from './privateAddress.ts';
import type { UpstreamCall } from './UpstreamCall.ts';

// A connection is never used for a second call, so that bytes left over from one person's answer
// cannot be read as the start of another's. TLS sessions are resumed, which spares most of the cost.
const tls = new Agent({ keepAlive: false });

/** Makes the request of a call, to be ended: straight, or through a tunnel that is open. */
export function openRequest(call: UpstreamCall, tunnel: Socket | null): ClientRequest {
  const { origin } = call;
  const host = hostOf(origin);
  const options = {
    hostname: host,
    port: origin.port || (origin.protocol === 'https:' ? 443 : 80),
    method: 'GET',
    path: origin.pathname.replace(/\/$/, '') + pathOf(call.request),
    headers: {
      host: origin.host,
      authorization: call.request.authorization,
      accept: 'application/json',
      'user-agent': 'image-builds',
      'x-request-id': call.requestId,
      connection: 'close',
    },
    insecureHTTPParser: false,
  };
  if (origin.protocol === 'http:') {
    const lookup = isLoopback(host) ? {} : { lookup: lookUpPrivate };
    return requestHttp({ ...options, ...lookup, agent: false });
  }
  if (tunnel === null) return requestHttps({ ...options, agent: tls, rejectUnauthorized: true });
  const servername = isIP(host) === 0 ? host : '';
  return requestHttps({
    ...options,
    createConnection: () =>
      connectTls({ socket: tunnel, host, servername, rejectUnauthorized: true }),
  });
}

/** The host name or address of an API, an address of IPv6 without its brackets. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '');
}

function pathOf({ offset, limit, teamId }: ApiRequest): string {
  const query = [
    ...(offset === null ? [] : [`offset=${offset}`]),
    ...(limit === null ? [] : [`limit=${limit}`]),
    ...(teamId === null ? [] : [`teamId=${teamId}`]),
  ].join('&');
  return query === '' ? BUILDS_PATH : `${BUILDS_PATH}?${query}`;
}
