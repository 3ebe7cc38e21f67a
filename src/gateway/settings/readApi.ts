import { isIP } from 'node:net';
import { isLoopback, isPrivateAddress } from '../upstream/privateAddress.ts';

/**
 * The address of the API: an origin, and a path where it lies below one, without a slash at its
 * end. Plain http goes to this machine alone, or to a private network where that was asked for:
 * a name is looked up at each call, and refused then where it leads elsewhere.
 *
 * @throws Error that never repeats the address: a person may have put a password or a token into it.
 */
export function readApi(text: string, port: number, allowHttp: boolean): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
    throw new Error('--api must be an address such as https://api.primeintellect.ai');
  }
  if (url.search || url.hash || url.username || url.password) {
    throw new Error(
      '--api takes an origin and a path alone, such as https://api.primeintellect.ai',
    );
  }
  if (/\/api\/v1(?:\/|$)/.test(url.pathname)) {
    throw new Error('--api takes what stands before /api/v1');
  }
  if (!/^\/(?:[\w.~-]{1,64}\/?){0,8}$/.test(url.pathname)) {
    throw new Error('--api takes a path of letters, digits, . _ ~ and - alone');
  }
  url.pathname = url.pathname.replace(/\/$/, '');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const near = isLoopback(host);
  if (url.protocol === 'http:' && !near) {
    if (!allowHttp) {
      throw new Error(
        '--api must be https: by http only a server on this machine may be called, or with --allow-http one in a private network',
      );
    }
    if (isIP(host) !== 0 && !isPrivateAddress(host)) {
      throw new Error('--allow-http is for a private network, and this address is in none');
    }
  }
  if (near && Number(url.port || (url.protocol === 'https:' ? 443 : 80)) === port) {
    throw new Error('--api points at this gateway itself: choose another --port');
  }
  return url;
}
