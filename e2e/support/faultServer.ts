import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import type { PageFiles } from '../../src/gateway/pages/pageFiles.ts';
import { FaultReply } from './faultReply.ts';
import { servePage } from './servePage.ts';

const BUILDS_PATH = '/api/v1/images/builds';

/** A call for builds, as its bytes said. */
export interface FaultCall {
  readonly target: string;
  readonly offset: number;
  readonly limit: number;
  /** What stood behind `Bearer `, or nothing. */
  readonly token: string;
  /** By name in lower case. */
  readonly headers: ReadonlyMap<string, string>;
}

/** What is done with a call: the reply may be given at once, later, in pieces or never. */
export type FaultScript = (call: FaultCall, reply: FaultReply) => void;

/** A server of raw sockets that answers calls for builds as the test at hand says. */
export interface FaultServer {
  /** Such as `http://127.0.0.1:4321`. */
  readonly origin: string;
  /** Every call for builds so far. */
  readonly calls: FaultCall[];
  /** The page's files where it stands in the gateway's place; a test may take some away. */
  readonly files: Map<string, NonNullable<ReturnType<PageFiles['get']>>>;
  /** Answers by this script from now on. */
  answer(script: FaultScript): void;
  close(): Promise<void>;
}

/**
 * Starts a fault server on a free port. Without files it stands for the API, behind the real
 * gateway; with them it stands in the gateway's own place and serves the page as well.
 */
export async function startFaultServer(
  script: FaultScript,
  page: PageFiles = new Map(),
): Promise<FaultServer> {
  const calls: FaultCall[] = [];
  const files = new Map(page);
  const sockets = new Set<Socket>();
  let now = script;

  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    // The other side breaking off is what some tests are about.
    socket.on('error', () => {});
    let text = '';
    const read = (bytes: Buffer) => {
      text += bytes.toString('latin1');
      if (!text.includes('\r\n\r\n')) return;
      socket.off('data', read);
      const call = readCall(text);
      const reply = new FaultReply(socket);
      if (!call.target.startsWith(BUILDS_PATH)) {
        servePage(files, call.target, reply);
        return;
      }
      calls.push(call);
      now(call, reply);
    };
    socket.on('data', read);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    origin: `http://127.0.0.1:${port}`,
    calls,
    files,
    answer: (next) => {
      now = next;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

function readCall(text: string): FaultCall {
  const [first = '', ...lines] = text.slice(0, text.indexOf('\r\n\r\n')).split('\r\n');
  const target = first.split(' ')[1] ?? '';
  const headers = new Map(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const;
    }),
  );
  const asked = new URL(target, 'http://any').searchParams;
  return {
    target,
    offset: Number(asked.get('offset') ?? 0),
    limit: Number(asked.get('limit') ?? 100),
    token: (headers.get('authorization') ?? '').replace(/^Bearer /, ''),
    headers,
  };
}
