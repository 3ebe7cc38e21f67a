import type { Socket } from 'node:net';

/** A request that waits on its connection until those before it are answered. */
export interface Turn {
  /** What keeping it costs, characters. */
  readonly size: number;
  begin(): void;
  /** The connection is over, or is ending: nobody will read an answer. */
  drop(): void;
}

/** What may be sent ahead on a connection, characters. A browser sends nothing ahead. */
const MOST_AHEAD = 64 * 1024;

/**
 * Has one request of each connection dealt with at a time. Node hands over all that were sent
 * ahead at once, and tells of the end of the connection to the first alone.
 */
export class Turns {
  readonly #lines = new WeakMap<Socket, Turn[]>();
  readonly #ended = new WeakSet<Socket>();

  enter(socket: Socket, turn: Turn): void {
    if (this.#ended.has(socket)) {
      turn.drop();
      return;
    }
    const line = this.#lineOf(socket);
    line.push(turn);
    const ahead = line.slice(1).reduce((size, one) => size + one.size, 0);
    if (line.length === 1) turn.begin();
    else if (ahead > MOST_AHEAD) socket.destroy();
  }

  /** The request whose turn it was is over: the next one begins. */
  leave(socket: Socket): void {
    const line = this.#lineOf(socket);
    line.shift();
    if (socket.writable) line[0]?.begin();
    else dropAll(line);
  }

  isBusy(socket: Socket): boolean {
    return this.#lineOf(socket).length > 0;
  }

  /** Drops what waits and what is still to come; the request whose turn it is goes on. */
  end(socket: Socket): void {
    this.#ended.add(socket);
    const line = this.#lineOf(socket);
    const current = line.shift();
    dropAll(line);
    if (current) line.push(current);
  }

  hasEnded(socket: Socket): boolean {
    return this.#ended.has(socket);
  }

  #lineOf(socket: Socket): Turn[] {
    const known = this.#lines.get(socket);
    if (known) return known;
    const line: Turn[] = [];
    this.#lines.set(socket, line);
    socket.once('close', () => {
      this.#ended.add(socket);
      dropAll(line);
    });
    return line;
  }
}

function dropAll(line: Turn[]): void {
  for (const turn of line.splice(0)) turn.drop();
}
