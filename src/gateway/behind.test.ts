import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type Behind, standBehind } from './behind.ts';
import { DEMO } from './testing/demoSettings.ts';
import { rawCall } from './testing/rawCall.ts';

let behind: Behind | undefined;
afterEach(async () => {
  await behind?.close();
  behind = undefined;
});

const list = (token: string, host: string) =>
  `GET /api/v1/images/builds?limit=2 HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${token}\r\nConnection: close\r\n\r\n`;

describe('another API', () => {
  it('is called itself, and named', async () => {
    const api = new URL('https://api.example.com');
    behind = await standBehind({ ...DEMO, api });
    expect(behind.upstream).toBe(api);
    expect(behind.info).toEqual({
      upstream: 'api.example.com',
      tokensUrl: null,
      demoAccounts: [],
    });
  });
});

describe('the demo', () => {
  it('stands on a port of this machine, with accounts to sign in with', async () => {
    behind = await standBehind(DEMO);
    const { upstream, info } = behind;
    expect(upstream.href).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect(info).toMatchObject({ upstream: null, tokensUrl: null });
    expect(info.demoAccounts.map(({ token }) => token)).toContain('demo-small');
    const reply = await rawCall(upstream.href, list('demo-small', upstream.host));
    expect(reply.status).toBe(200);
    expect(JSON.parse(reply.body)).toMatchObject({ total_count: 25 });
  });

  it('answers to its own address alone', async () => {
    behind = await standBehind(DEMO);
    const { upstream } = behind;
    for (const host of [`localhost:${upstream.port}`, '127.0.0.1', 'evil.test']) {
      const reply = await rawCall(upstream.href, list('demo-small', host));
      expect([host, reply.status, reply.body.includes('data')]).toEqual([host, 421, false]);
    }
  });

  it('is over once it is closed, with a connection still open', async () => {
    behind = await standBehind(DEMO);
    const { upstream } = behind;
    const silent = rawCall(upstream.href, 'GET / HTTP/1.1\r\n');
    await rawCall(upstream.href, list('demo-small', upstream.host));
    await behind.close();
    behind = undefined;
    expect((await silent).status).toBe(0);
    expect((await rawCall(upstream.href, list('demo-small', upstream.host))).status).toBe(0);
  });

  it('has other builds by another seed, and the same by the same', async () => {
    const bodies: string[] = [];
    for (const seed of [7, 7, 8]) {
      const one = await standBehind({ ...DEMO, seed });
      const { body } = await rawCall(one.upstream.href, list('demo-small', one.upstream.host));
      await one.close();
      const { data } = JSON.parse(body);
      bodies.push(JSON.stringify(data.map(({ imageName }: { imageName: string }) => imageName)));
    }
    const [first, again, other] = bodies;
    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });

  it('serves a file, late where that is asked for', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'image-builds-'));
    const load = join(folder, 'builds.json');
    const build = { id: 'b1', imageName: 'app', imageTag: 'v1', status: 'COMPLETED' };
    writeFileSync(load, JSON.stringify([{ ...build, createdAt: '2026-04-17T09:00:00Z' }]));
    behind = await standBehind({ ...DEMO, load, latencyMs: 30 });
    rmSync(folder, { recursive: true });
    const began = performance.now();
    const reply = await rawCall(
      behind.upstream.href,
      list(behind.loaded?.token ?? '', behind.upstream.host),
    );
    expect(performance.now() - began).toBeGreaterThan(25);
    expect(JSON.parse(reply.body)).toMatchObject({ data: [{ id: 'b1' }] });
  });

  it('says what is wrong with the file', async () => {
    const load = join(tmpdir(), 'image-builds-nowhere.json');
    await expect(standBehind({ ...DEMO, load })).rejects.toThrow('image-builds-nowhere.json');
  });
});
