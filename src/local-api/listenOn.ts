import type { Server } from 'node:http';

/**
 * Listens and gives the origin, such as `http://127.0.0.1:4321`.
 *
 * @throws the system's error, such as EADDRINUSE.
 */
export function listenOn(server: Server, port: number, host: string): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const address = server.address();
      const used = typeof address === 'object' && address ? address.port : port;
      resolve(`http://${host.includes(':') ? `[${host}]` : host}:${used}`);
    });
  });
}
