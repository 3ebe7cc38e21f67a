const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Decides about a Host header: the loopback names with the port that is listened on, and the
 * configured names. A configured name without a port is good with any (a proxy in front may have
 * its own); one with a port only with that.
 */
export function isAllowedHost(host: string, port: number, configured: readonly string[]): boolean {
  const asked = host.toLowerCase();
  if (LOOPBACK.some((name) => asked === `${name}:${port}` || (port === 80 && asked === name))) {
    return true;
  }
  const [, name] = asked.match(HOST) ?? [];
  if (name === undefined) return false;
  return configured.some((entry) => entry === asked || entry === name);
}

/** True for `builds.example.com`, `builds.example.com:8080`, `10.0.0.7`, `[fe80::1]:80`. */
export function isHostName(text: string): boolean {
  return HOST.test(text);
}

const HOST = /^([a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?$/i;
