import { get } from 'node:http';
import type { Settings } from './settings/settings.ts';

/** How long a check waits for an answer. Milliseconds. */
const WAIT_MS = 2_000;

/**
 * Asks /healthz of the gateway that runs with these settings on this machine, as a container's
 * health check does, which has no shell to ask with. Never rejects.
 */
export function askHealth({ host, port }: Pick<Settings, 'host' | 'port'>): Promise<boolean> {
  const near = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return new Promise((resolve) => {
    const request = get({ host: near, port, path: '/healthz', timeout: WAIT_MS }, (response) => {
      resolve(response.statusCode === 200);
      request.destroy();
    });
    request.on('timeout', () => request.destroy());
    request.on('error', () => resolve(false));
  });
}
