import { once } from 'node:events';
import { createServer, request, type Server } from 'node:http';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { listenOn } from './listenOn.ts';
import { type LocalApi, startLocalApi } from './startLocalApi.ts';

let api: LocalApi;
let server: Server;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(async () => {
  vi.useRealTimers();
  server.closeAllConnections();
  server.close();
  await api.close();
});

/** Sends one request and returns once the API has it, which is before it answers. */
async function send(token: string) {
  server = createServer((question, response) => {
    response.once('close', () => server.emit('left'));
    api.handle(question, response);
    server.emit('handed over');
  });
  const origin = await listenOn(server, 0, '127.0.0.1');
  const question = request(`${origin}/api/v1/images/builds?limit=1`, {
    headers: { authorization: `Bearer ${token}` },
  });
  let status: number | string | undefined;
  const ended = new Promise<void>((resolve) => {
    question.on('response', (answer) => {
      status = answer.statusCode;
      answer.resume().on('end', resolve);
    });
    question.on('error', () => {
      status = 'dropped';
      resolve();
    });
  });
  question.end();
  await once(server, 'handed over');
  return { question, ended, status: () => status };
}

it('answers the slow account after two seconds and no sooner', async () => {
  api = await startLocalApi({ accounts: ['demo-slow'] });
  const { ended, status } = await send('demo-slow');
  vi.advanceTimersByTime(1999);
  expect(vi.getTimerCount()).toBe(1);
  expect(status()).toBeUndefined();
  vi.advanceTimersByTime(1);
  await ended;
  expect(status()).toBe(200);
});

it('adds the latency asked for, to a refusal too', async () => {
  api = await startLocalApi({ accounts: [], latencyMs: 40 });
  const { ended, status } = await send('nobody');
  vi.advanceTimersByTime(39);
  expect(vi.getTimerCount()).toBe(1);
  vi.advanceTimersByTime(1);
  await ended;
  expect(status()).toBe(401);
});

it('forgets an answer whose client has left', async () => {
  api = await startLocalApi({ accounts: ['demo-slow'] });
  const { question } = await send('demo-slow');
  expect(vi.getTimerCount()).toBe(1);
  const left = once(server, 'left');
  question.destroy();
  await left;
  expect(vi.getTimerCount()).toBe(0);
});

it('drops what waits when it closes, and leaves no timer', async () => {
  api = await startLocalApi({ accounts: ['demo-slow'] });
  const { ended, status } = await send('demo-slow');
  await api.close();
  await ended;
  expect(status()).toBe('dropped');
  expect(vi.getTimerCount()).toBe(0);
});
