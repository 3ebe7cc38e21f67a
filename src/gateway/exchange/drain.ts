import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Sees to it that no connection outlives its last answer once the server closes, and gives the
 * connections that have not asked for anything yet, which Node does not count as idle.
 */
export function trackConnections(server: Server): ReadonlySet<Socket> {
  const unused = new Set<Socket>();
  server.on('connection', (socket) => {
    unused.add(socket);
    socket.on('close', () => unused.delete(socket));
  });
  server.on('request', (request, response) => {
    unused.delete(request.socket);
    response.on('close', () => {
      if (!server.listening) server.closeIdleConnections();
    });
  });
  return unused;
}

/** Takes no new connection, lets the answers under way end for so many milliseconds, then ends. */
export function drain(server: Server, unused: ReadonlySet<Socket>, mostMs: number): Promise<void> {
  return new Promise((resolve) => {
    const last = setTimeout(() => server.closeAllConnections(), mostMs);
    server.close(() => {
      clearTimeout(last);
      resolve();
    });
    for (const socket of unused) socket.destroy();
  });
}
