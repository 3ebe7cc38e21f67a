import { Server } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { standBehind } from './behind.ts';
import { gatewayUrl } from './startGateway.ts';
import { DEMO } from './testing/demoSettings.ts';
import { closed, openSocket as open } from './testing/openSocket.ts';
import { rawCall } from './testing/rawCall.ts';
import { bytesOf, EMPTY_PAGE } from './testing/recordingUpstream.ts';
import { type Pair, startPair } from './testing/startPair.ts';

// A thousand sockets take a busy machine its time.
vi.setConfig({ testTimeout: 60_000 });

const API = '/api/v1/images/builds';
let pair: Pair;
afterEach(() => pair.close());

function ask(host: string, path = API, ...lines: string[]): string {
  return `${[`GET ${path} HTTP/1.1`, `Host: ${host}`, 'Authorization: Bearer t', ...lines].join('\r\n')}\r\n\r\n`;
}

describe('a client that leaves', () => {
  it('takes its upstream call with it', async () => {
    pair = await startPair(() => {});
    const client = await open(pair.gateway.url, ask(pair.host));
    await pair.upstream.asked();
    client.destroy();
    await pair.upstream.quiet();
    await pair.logged(1);
    expect(pair.log).toMatchObject([{ route: 'api', status: 499, bytes: 0 }]);
  });

  it('takes it along in mid answer too', async () => {
    pair = await startPair((socket) => {
      socket.write(
        bytesOf('200 OK', ['content-type: application/json', 'content-length: 99'], '{'),
      );
    });
    const client = await open(pair.gateway.url, ask(pair.host));
    await pair.upstream.asked();
    client.destroy();
    await pair.upstream.quiet();
    await pair.logged(1);
    expect(pair.log).toMatchObject([{ status: 499 }]);
  });

  it('leaves nothing behind, three hundred times over', async () => {
    pair = await startPair(() => {});
    for (let wave = 0; wave < 6; wave += 1) {
      const clients = await Promise.all(
        Array.from({ length: 50 }, () => open(pair.gateway.url, ask(pair.host))),
      );
      await Promise.all(clients.map(() => pair.upstream.asked()));
      for (const client of clients) client.destroy();
      await pair.upstream.quiet();
    }
    await pair.logged(300);
    expect(pair.log.every((entry) => entry.status === 499)).toBe(true);
    const health = await rawCall(pair.gateway.url, ask(pair.host, '/healthz'));
    expect(health.status).toBe(200);
  });
});

describe('one connection', () => {
  it('answers requests sent ahead in their order', async () => {
    pair = await startPair();
    const both = ask(pair.host, '/healthz') + ask(pair.host, API, 'Connection: close');
    const reply = await rawCall(pair.gateway.url, both, true);
    expect(reply.text.match(/HTTP\/1\.1 200/g)).toHaveLength(2);
    expect(reply.text.endsWith(EMPTY_PAGE)).toBe(true);
  });

  it('is closed after a refused body, and what hides in the body is no request', async () => {
    pair = await startPair();
    const hidden = ask(pair.host);
    const bytes = `${ask(pair.host, '/', `Content-Length: ${hidden.length}`)}${hidden}`;
    const reply = await rawCall(pair.gateway.url, bytes, true);
    expect(reply.status).toBe(400);
    expect(reply.text.match(/HTTP\/1\.1/g)).toHaveLength(1);
    expect(pair.upstream.received).toEqual([]);
  });

  it.each([
    ['Transfer-Encoding: chunked'],
    ['Transfer-Encoding: xchunked'],
    ['Transfer-Encoding: chunked\r\nContent-Length: 4'],
    ['Content-Length: 0\r\nTransfer-Encoding: identity'],
  ])('hides no request behind %j', async (lines) => {
    pair = await startPair();
    const bytes = `${ask(pair.host, '/', lines)}0\r\n\r\n${ask(pair.host)}`;
    const reply = await rawCall(pair.gateway.url, bytes, true);
    expect(reply.status).toBe(400);
    expect(reply.text.match(/HTTP\/1\.1/g)).toHaveLength(1);
    expect(pair.upstream.received).toEqual([]);
  });

  it('stays usable after a refusal that concerns one request alone', async () => {
    pair = await startPair();
    const both = ask(pair.host, '/nothing') + ask(pair.host, '/healthz', 'Connection: close');
    const reply = await rawCall(pair.gateway.url, both, true);
    expect(reply.text.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 404', 'HTTP/1.1 200']);
  });
});

describe('slow and idle clients', () => {
  it('are let go when their headers do not come', async () => {
    pair = await startPair(undefined, { headersMs: 100 });
    const slow = await open(pair.gateway.url, 'GET / HTTP/1.1\r\nHost:');
    const idle = await open(pair.gateway.url, '');
    await Promise.all([closed(slow), closed(idle)]);
    expect(pair.upstream.received).toEqual([]);
  });

  it('do not keep others from being answered, a thousand of them', async () => {
    pair = await startPair();
    const idle = await Promise.all(
      Array.from({ length: 1000 }, () => open(pair.gateway.url, 'GET / HTTP/1.1\r\n')),
    );
    const reply = await rawCall(pair.gateway.url, ask(pair.host));
    expect(reply.status).toBe(200);
    for (const socket of idle) socket.destroy();
  });
});

describe('listening', () => {
  it('fails where the port is taken', async () => {
    pair = await startPair();
    const port = Number(pair.host.split(':')[1]);
    await expect(startPair(undefined, { port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it('is at the port that was asked for', async () => {
    const first = await startPair();
    const port = Number(first.host.split(':')[1]);
    await first.close();
    pair = await startPair(undefined, { port });
    expect(pair.gateway.url).toBe(`http://127.0.0.1:${port}`);
  });

  it('is on this machine alone where no other address was asked for', async () => {
    const listen = vi.spyOn(Server.prototype, 'listen');
    pair = await startPair();
    const behind = await standBehind(DEMO);
    await behind.close();
    const hosts = listen.mock.calls.map((args: unknown[]) => args[1]);
    // The recording upstream, the gateway, the local API.
    expect(hosts).toEqual(['127.0.0.1', '127.0.0.1', '127.0.0.1']);
  });

  it('is for loopback names alone where no other was allowed', async () => {
    pair = await startPair();
    const reply = await rawCall(pair.gateway.url, ask('elsewhere.test'));
    expect(reply.status).toBe(421);
  });

  it.each([
    ['127.0.0.1', 'http://127.0.0.1:80'],
    ['localhost', 'http://localhost:80'],
    ['0.0.0.0', 'http://localhost:80'],
    ['::', 'http://localhost:80'],
    ['::1', 'http://[::1]:80'],
  ])('at %s is opened as %s', (host, url) => {
    expect(gatewayUrl(host, 80)).toBe(url);
  });
});

describe('closing', () => {
  it('lets the answer under way end, and takes no more', async () => {
    pair = await startPair(() => {});
    const answer = rawCall(pair.gateway.url, ask(pair.host));
    const upstream = await pair.upstream.asked();
    const end = pair.gateway.close();
    const late = await rawCall(pair.gateway.url, ask(pair.host, '/healthz'));
    upstream.end(bytesOf('200 OK'));
    expect((await answer).body).toBe(EMPTY_PAGE);
    await end;
    expect(late.status).toBe(0);
  });

  it('waits for no idle connection, used or new', async () => {
    pair = await startPair(undefined, { drainMs: 3_600_000 });
    const unused = await open(pair.gateway.url, '');
    const used = await open(pair.gateway.url, ask(pair.host, '/healthz'));
    await pair.logged(1);
    await pair.gateway.close();
    await Promise.all([closed(unused), closed(used)]);
  });

  it('closes a kept connection once its last answer is out', async () => {
    pair = await startPair(() => {}, { drainMs: 3_600_000 });
    const client = await open(pair.gateway.url, ask(pair.host, API, 'Connection: keep-alive'));
    const upstream = await pair.upstream.asked();
    const end = pair.gateway.close();
    upstream.end(bytesOf('200 OK'));
    await end;
    await closed(client);
    expect(pair.log).toMatchObject([{ status: 200 }]);
  });

  it('does not wait for ever', async () => {
    pair = await startPair(() => {}, { drainMs: 50 });
    const client = await open(pair.gateway.url, ask(pair.host));
    await pair.upstream.asked();
    await pair.gateway.close();
    await closed(client);
  });
});
