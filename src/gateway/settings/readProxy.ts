import { isLoopback } from '../upstream/privateAddress.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The proxy on the way to an API by https, as `HTTPS_PROXY` and `NO_PROXY` say; the names in lower
 * case win, as they do elsewhere. Null where the API is called without one: this machine always is,
 * and so is plain http, which no tunnel would hide from the proxy.
 *
 * @throws Error that does not repeat the address: it may hold a password.
 */
export function readProxy(env: Environment, api: URL): URL | null {
  const named = env['https_proxy'] || env['HTTPS_PROXY'];
  const host = api.hostname.replace(/^\[|\]$/g, '');
  if (!named || api.protocol !== 'https:' || isLoopback(host)) return null;
  const exceptions = env['no_proxy'] || env['NO_PROXY'] || '';
  if (isExcepted(exceptions, host, api.port || '443')) return null;
  const text = named.includes('://') ? named : `http://${named}`;
  const proxy = URL.canParse(text) ? new URL(text) : null;
  if (!proxy || !/^https?:$/.test(proxy.protocol) || !isDecodable(proxy)) {
    throw new Error('HTTPS_PROXY must be an address such as http://proxy.example.com:3128');
  }
  return proxy;
}

/** Name and password can be percent-encoded, and may be so wrongly. */
function isDecodable({ username, password }: URL): boolean {
  try {
    decodeURIComponent(username + password);
    return true;
  } catch {
    return false;
  }
}

/** Whether a list such as `a.test, .example.com, 10.0.0.7:8443` names a host. `*` names all. */
function isExcepted(list: string, host: string, port: string): boolean {
  return list.split(/[\s,]+/).some((entry) => {
    if (entry === '*' || entry.toLowerCase() === host) return true;
    const [, name = '', onPort] = entry.toLowerCase().match(/^\[?([^\]]*?)\]?(?::(\d+))?$/) ?? [];
    const bare = name.replace(/^\*?\./, '');
    if (bare === '' || (onPort !== undefined && onPort !== port)) return false;
    return host === bare || host.endsWith(`.${bare}`);
  });
}
