import { connect, type Socket } from 'node:net';

/** Connects and sends; what comes back is read and dropped, unless it is to be left unread. */
export function openSocket(url: string, bytes: string, unread = false): Promise<Socket> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write(bytes);
      resolve(socket);
    });
    socket.on('error', reject);
    if (unread) socket.pause();
    else socket.resume();
  });
}

/** Resolves when a connection is over. */
export function closed(socket: Socket): Promise<void> {
  return socket.closed
    ? Promise.resolve()
    : new Promise((resolve) => socket.once('close', () => resolve()));
}
