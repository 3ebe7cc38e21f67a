import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { Socket } from 'node:net';
import { type Why, whyOf } from './Why.ts';

export interface Tunnel {
  readonly proxy: URL;
  /** Where it leads, such as `api.example.com` and 443. */
  readonly host: string;
  readonly port: number;
}

/**
 * Asks a proxy for a way to a host by CONNECT (RFC 9110, 9.3.6), and calls back once: with the
 * connection, or with why there is none. TLS is spoken through it, so that the proxy sees the host
 * and no more. Gives what ends the asking.
 */
export function openTunnel(
  { proxy, host, port }: Tunnel,
  done: (result: Socket | Why) => void,
): () => void {
  const authority = `${host.includes(':') ? `[${host}]` : host}:${port}`;
  const request = proxy.protocol === 'https:' ? requestHttps : requestHttp;
  const asked = request({
    hostname: proxy.hostname.replace(/^\[|\]$/g, ''),
    port: proxy.port || (proxy.protocol === 'https:' ? 443 : 80),
    method: 'CONNECT',
    path: authority,
    headers: { host: authority, 'user-agent': 'image-builds', ...signedIn(proxy) },
    agent: false,
  });
  let over = false;
  const finish = (result: Socket | Why) => {
    if (over) return;
    over = true;
    if (typeof result === 'string') asked.destroy();
    done(result);
  };
  asked.on('connect', (response, socket: Socket, head) => {
    // Whoever speaks before it is asked is no tunnel.
    const good = response.statusCode === 200 && head.length === 0;
    if (!good) socket.destroy();
    finish(good ? socket : `proxy:${response.statusCode}`);
  });
  asked.on('response', (response) => finish(`proxy:${response.statusCode}`));
  asked.on('error', (error) => finish(`proxy:${whyOf(error, false)}`));
  asked.end();
  return () => {
    over = true;
    asked.destroy();
  };
}

/** RFC 7617: name and password as bytes of UTF-8. */
function signedIn({ username, password }: URL): Record<string, string> {
  if (username === '' && password === '') return {};
  const both = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { 'proxy-authorization': `Basic ${Buffer.from(both).toString('base64')}` };
}
