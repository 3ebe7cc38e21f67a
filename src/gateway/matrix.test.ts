import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  bodies,
  type Cell,
  cellsOf,
  expectedBehindGateway,
  expectedInPage,
} from '../../e2e/support/faultMatrix.ts';
import { type FaultServer, startFaultServer } from '../../e2e/support/faultServer.ts';
import { ApiError } from '../contract/ApiError.ts';
import { fetchPage } from '../contract/fetchPage.ts';
import { pageQuery } from '../replica/call/pageQuery.ts';
import { type Gateway, startGateway } from './startGateway.ts';

const token = 'pit_0123456789abcdef0123456789abcdef';
const ask = { offset: 0, limit: 100 };
let upstream: FaultServer;
let gateway: Gateway;

beforeEach(async () => {
  upstream = await startFaultServer((_call, reply) => reply.hang());
  gateway = await startGateway({
    upstream: new URL(upstream.origin),
    info: { upstream: 'api.example', tokensUrl: null, demoAccounts: [] },
    files: new Map(),
  });
  // Back-offs are drawn from here: none of them waits.
  vi.spyOn(Math, 'random').mockReturnValue(0);
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await gateway.close();
  await upstream.close();
});

/** Asks as the replica does, with its retries, and gives how it failed. */
async function failure(
  origin: string,
  { status, body }: Cell,
): Promise<{ error: ApiError; calls: number }> {
  const network = fetch;
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => network(origin + path, init));
  const before = upstream.calls.length;
  upstream.answer((_call, reply) => reply.send({ status, ...bodies[body] }));
  const client = new QueryClient();
  const error: unknown = await client
    .fetchQuery(
      pageQuery('account', ask, async (signal) => ({
        page: await fetchPage({ token, ...ask, signal }),
        stamp: 0,
        sentAt: 0,
      })),
    )
    .catch((reason: unknown) => reason);
  if (!(error instanceof ApiError)) throw new Error(`It was taken for a page: ${error}`);
  return { error, calls: upstream.calls.length - before };
}

describe('behind the gateway, an answer of the API', () => {
  it.each(cellsOf())('is one kind of failure, retried or not: $status, $body', async (cell) => {
    const expected = expectedBehindGateway(cell);
    const { error, calls } = await failure(gateway.url, cell);
    expect(error.kind).toBe(expected.kind);
    expect(calls).toBe(1 + expected.retries);
    expect(error.message).toContain(expected.sentence);
    expect(error.details).toEqual(expected.details);
    expect(`${error.message}${error.stack}`).not.toContain(token);
  });
});

describe('in the place of the gateway, an answer', () => {
  // Node shows a redirect that it does not follow, a browser hides it: it is met in the browser.
  const cells = cellsOf().filter(({ status }) => status !== 301 && status !== 302);
  it.each(cells)('is one kind of failure, retried or not: $status, $body', async (cell) => {
    const expected = expectedInPage(cell);
    const { error, calls } = await failure(upstream.origin, cell);
    expect(error.kind).toBe(expected.kind);
    expect(calls).toBe(1 + expected.retries);
    expect(error.message).toContain(expected.sentence);
    expect(error.details).toEqual(expected.details.map((line) => matching(line)));
    expect(`${error.message}${error.stack}`).not.toContain(token);
  });
});

function matching(line: unknown): unknown {
  return line instanceof RegExp ? expect.stringMatching(line) : line;
}
