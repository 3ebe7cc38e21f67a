import { createServer } from 'node:http';
import type { LocalApi } from '../local-api/startLocalApi.ts';
import { listen } from './exchange/listen.ts';

/** The local API on a loopback port of its own, so that it is called as any other upstream is. */
export interface LocalUpstream {
  readonly origin: URL;
  close(): Promise<void>;
}

/**
 * Gives the local API a port that only this gateway knows to call: a request must name exactly
 * that address as its Host, which no page of another site can.
 */
export async function listenLocally(api: LocalApi): Promise<LocalUpstream> {
  let host = '';
  const server = createServer((request, response) => {
    if (request.headers.host === host) api.handle(request, response);
    else response.writeHead(421).end();
  });
  host = `127.0.0.1:${await listen(server, 0, '127.0.0.1')}`;
  return {
    origin: new URL(`http://${host}`),
    close: async () => {
      server.close();
      server.closeAllConnections();
      await api.close();
    },
  };
}
