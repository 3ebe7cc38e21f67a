import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPageFiles } from './pages/pageFiles.ts';
import { rawCall } from './testing/rawCall.ts';
import { type Pair, startPair } from './testing/startPair.ts';

const PAGE = '<!doctype html><title>Image Builds</title>';
const CODE = 'export const numbers = [0];\n'.repeat(200);
let folder = '';
let pair: Pair;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pages-'));
  mkdirSync(join(folder, 'page/assets'), { recursive: true });
  const put = (path: string, text: string) => writeFileSync(join(folder, path), text);
  put('secret.txt', 'secret');
  put('page/index.html', PAGE);
  put('page/favicon.svg', '<svg/>');
  put('page/assets/main-1a2b.js', CODE);
  put('page/assets/main-1a2b.js.map', '{}');
  put('page/assets/main-1a2b.css', 'a{}');
  put('page/assets/font-1a2b.woff2', 'w'.repeat(500));
  put('page/assets/strange.bin', 'x');
  put('page/.hidden.txt', 'x');
  put('page/a b.txt', 'x');
  put('page/a$b.txt', 'x');
  symlinkSync(join(folder, 'secret.txt'), join(folder, 'page/linked.txt'));
  pair = await startPair(undefined, { files: readPageFiles(join(folder, 'page')) });
});
afterEach(async () => {
  await pair.close();
  rmSync(folder, { recursive: true });
});

const get = (path: string, lines: readonly string[] = [], method = 'GET') =>
  rawCall(
    pair.gateway.url,
    `${[`${method} ${path} HTTP/1.1`, `Host: ${pair.host}`, ...lines].join('\r\n')}\r\n\r\n`,
  );

describe('the built page', () => {
  it('is served at / whatever the query, never stored', async () => {
    for (const path of ['/', '/?status=FAILED&created=24h', '/?q=%E0%A4%A&sort=__proto__']) {
      const reply = await get(path);
      expect([reply.status, reply.body]).toEqual([200, PAGE]);
      expect(reply.headers.get('cache-control')).toBe('no-store');
      expect(reply.headers.get('content-type')).toBe('text/html; charset=utf-8');
    }
  });

  it('is served with a search of 20,000 letters of any alphabet in its address', async () => {
    for (const letter of ['x', 'é', '日', '🙂']) {
      const reply = await get(`/?q=${encodeURIComponent(letter).repeat(20_000)}`);
      expect([letter, reply.status, reply.body]).toEqual([letter, 200, PAGE]);
    }
  });

  it('is served to a link on another site too, unlike data', async () => {
    const lines = ['Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: navigate'];
    expect((await get('/', lines)).status).toBe(200);
    expect((await get('/gateway.json', lines)).status).toBe(403);
  });

  it('carries every security header, on its files as well', async () => {
    for (const path of ['/', '/assets/main-1a2b.js', '/favicon.svg']) {
      const { headers } = await get(path);
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
      );
      expect(Object.fromEntries(headers)).toMatchObject({
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'cross-origin-embedder-policy': 'require-corp',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
      });
      const permissions = headers.get('permissions-policy')?.split(', ') ?? [];
      expect(permissions.filter((one) => !one.endsWith('=()'))).toEqual([
        'clipboard-write=(self)',
        'screen-wake-lock=(self)',
      ]);
      expect(permissions.length).toBeGreaterThan(20);
    }
  });

  it.each([
    ['/assets/main-1a2b.js', 'text/javascript; charset=utf-8', /immutable/],
    ['/assets/main-1a2b.css', 'text/css; charset=utf-8', /^public, max-age=31536000, immutable$/],
    ['/assets/font-1a2b.woff2', 'font/woff2', /immutable/],
    ['/favicon.svg', 'image/svg+xml; charset=utf-8', /^no-cache$/],
  ])('has %s as %s', async (path, type, caching) => {
    const reply = await get(path);
    expect(reply.status).toBe(200);
    expect(reply.headers.get('content-type')).toBe(type);
    expect(reply.headers.get('cache-control')).toMatch(caching);
  });

  it.each([
    '/index.html',
    '/secret.txt',
    '/linked.txt',
    '/.hidden.txt',
    '/a%20b.txt',
    '/a b.txt',
    '/a$b.txt',
    '/assets/main-1a2b.js.map',
    '/assets/strange.bin',
    '/assets/main-9z9z.js',
  ])('has no %s, and says so without the page', async (path) => {
    const reply = await get(path);
    expect([400, 404]).toContain(reply.status);
    expect(reply.body).not.toContain('<');
    expect(reply.headers.get('location')).toBeUndefined();
  });

  it('is packed when the client takes that', async () => {
    const path = '/assets/main-1a2b.js';
    const br = await get(path, ['Accept-Encoding: gzip, deflate, br, zstd']);
    expect(br.headers.get('content-encoding')).toBe('br');
    expect(brotliDecompressSync(Buffer.from(br.body, 'latin1')).toString()).toBe(CODE);
    const gzip = await get(path, ['Accept-Encoding: gzip, br;q=0']);
    expect(gzip.headers.get('content-encoding')).toBe('gzip');
    expect(gunzipSync(Buffer.from(gzip.body, 'latin1')).toString()).toBe(CODE);
    const plain = await get(path);
    expect(plain.headers.has('content-encoding')).toBe(false);
    expect(plain.body).toBe(CODE);
    for (const reply of [br, gzip, plain])
      expect(reply.headers.get('vary')).toBe('accept-encoding');
  });

  it('is not packed where that makes it longer, or where it is packed already', async () => {
    for (const path of ['/favicon.svg', '/assets/font-1a2b.woff2']) {
      for (const codings of ['br', 'gzip', 'br, gzip']) {
        const reply = await get(path, [`Accept-Encoding: ${codings}`]);
        expect(reply.headers.has('content-encoding')).toBe(false);
      }
    }
  });

  it('is packed by all that a client takes, in however many lines it says so', async () => {
    const lines = ['Accept-Encoding: gzip', 'Accept-Encoding: br;q=0'];
    const reply = await get('/assets/main-1a2b.js', lines);
    expect(reply.headers.get('content-encoding')).toBe('gzip');
  });

  it('answers HEAD like GET, without the body', async () => {
    const bytes = `HEAD /assets/main-1a2b.js HTTP/1.1\r\nHost: ${pair.host}\r\nConnection: close\r\n\r\n`;
    const head = await rawCall(pair.gateway.url, bytes, true);
    expect([head.status, head.body]).toEqual([200, '']);
    expect(head.headers.get('content-length')).toBe(String(CODE.length));
    await pair.logged(1);
    expect(pair.log).toMatchObject([{ method: 'HEAD', bytes: 0 }]);
  });

  it('ignores ranges and conditions', async () => {
    const reply = await get('/', [
      'Range: bytes=0-1',
      'If-Modified-Since: Tue, 24 Nov 2099 00:00:00 GMT',
    ]);
    expect([reply.status, reply.body]).toEqual([200, PAGE]);
  });

  it('asks nothing of the API', async () => {
    for (const path of ['/', '/assets/main-1a2b.js', '/healthz', '/gateway.json', '/none']) {
      await get(path);
    }
    expect(pair.upstream.received).toEqual([]);
  });

  it('must have been built', () => {
    expect(() => readPageFiles(join(folder, 'page/assets'))).toThrow(/npm run build/);
    expect(() => readPageFiles(join(folder, 'gone'))).toThrow(/npm run build/);
  });
});
