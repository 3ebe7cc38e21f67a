import { rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Build } from '../contract/build.ts';
import { makeBuilds } from './makeBuilds.ts';
import { type LocalApi, type LocalApiOptions, startLocalApi } from './startLocalApi.ts';

const PATH = '/api/v1/images/builds';
const start = Date.UTC(2026, 10, 24, 9);
const made = makeBuilds({ count: 230, seed: 5, now: start, days: 3 });

const opened: LocalApi[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((api) => api.close()));
});

async function started(options: LocalApiOptions = {}) {
  const api = await startLocalApi({ accounts: [], ...options });
  opened.push(api);
  const origin = await api.listen(0);
  const get = (query = '', token: string | null = 'mine', init: RequestInit = {}) =>
    fetch(`${origin}${PATH}${query}`, {
      headers: token === null ? {} : { authorization: `Bearer ${token}` },
      ...init,
    });
  const page = async (query = '', token = 'mine'): Promise<Envelope> => {
    const answer = await get(query, token);
    expect(answer.status).toBe(200);
    return await answer.json();
  };
  return { api, origin, get, page };
}

interface Envelope {
  total_count: number;
  offset: number;
  limit: number;
  status: string;
  data: Build[];
}

describe('the endpoint', () => {
  it('answers the envelope of the contract, newest first', async () => {
    const { api, get, page } = await started();
    api.fill('mine', made);
    const answer = await get();
    expect(answer.headers.get('content-type')).toBe('application/json');
    const { data, ...rest } = await page();
    expect(rest).toEqual({ total_count: 230, offset: 0, limit: 100, status: 'success' });
    expect(data).toEqual(made.slice(0, 100));
  });

  it('covers everything exactly once, whatever the size of a page', async () => {
    const { api, page } = await started();
    api.fill('mine', made);
    for (const limit of [1, 37, 100, 230, 1000]) {
      const ids: string[] = [];
      const pages = limit === 1 ? 12 : Math.ceil(230 / limit) + 1;
      for (let nth = 0; nth < pages; nth++) {
        ids.push(
          ...(await page(`?limit=${limit}&offset=${nth * limit}`)).data.map((one) => one.id),
        );
      }
      expect(ids).toEqual(made.slice(0, pages * limit).map((one) => one.id));
    }
  });

  it('caps the limit and says so; gives nothing at 0 and past the end', async () => {
    const { api, page } = await started();
    api.fill(
      'mine',
      Array.from({ length: 1100 }, (_, at) => ({ ...sample(), id: `id-${at}` })),
    );
    expect(await page('?limit=9999')).toMatchObject({ total_count: 1100, limit: 1000 });
    expect((await page('?limit=9999')).data).toHaveLength(1000);
    expect(await page('?limit=0')).toMatchObject({ total_count: 1100, limit: 0, data: [] });
    expect(await page('?offset=1100')).toMatchObject({ offset: 1100, data: [] });
  });

  it('leaves artifacts out where they are unknown', async () => {
    const { api, page } = await started();
    api.fill('mine', [{ ...sample(), artifacts: null }]);
    expect((await page()).data[0]).not.toHaveProperty('artifacts');
    expect(api.all('mine')[0]?.artifacts).toBeNull();
  });

  it('refuses wrong offsets and limits with 422, naming each', async () => {
    const { api, get } = await started();
    api.fill('mine', made);
    const answer = await get('?offset=-1&limit=ten');
    expect(answer.status).toBe(422);
    expect(await answer.json()).toEqual({
      errors: [
        { param: 'offset', details: 'Input should be greater than or equal to 0' },
        { param: 'limit', details: 'Input should be a valid integer' },
      ],
    });
  });

  it('knows one path and one method', async () => {
    const { api, origin, get } = await started();
    api.fill('mine', made);
    const posted = await get('', 'mine', { method: 'POST', body: '{}' });
    expect(posted.status).toBe(405);
    expect(posted.headers.get('allow')).toBe('GET');
    for (const path of ['/', `${PATH}/`, `${PATH}/1`, `/${PATH}`, '/%']) {
      const answer = await fetch(`${origin}${path}`);
      expect([path, answer.status]).toEqual([path, 404]);
      expect(await answer.json()).toEqual({ detail: 'Not Found' });
    }
  });

  it('survives a target that is no address', async () => {
    const { api, origin, get } = await started();
    api.fill('mine', made);
    const status = await new Promise((resolve) => {
      const { port } = new URL(origin);
      request({ host: '127.0.0.1', port, path: 'http://[' }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      }).end();
    });
    expect(status).toBe(404);
    expect((await get()).status).toBe(200);
  });

  it('can be mounted in another server', async () => {
    const { api } = await started();
    api.fill('mine', made);
    const server = createServer(api.handle);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : null;
    const headers = { authorization: 'Bearer mine', connection: 'close' };
    const answer = await fetch(`http://127.0.0.1:${port}${PATH}`, { headers });
    expect(answer.status).toBe(200);
    server.close();
  });
});

describe('a token', () => {
  it('sees its own builds only', async () => {
    const { api, page } = await started();
    api.fill('mine', made.slice(0, 3));
    api.fill('yours', made.slice(3, 5));
    expect((await page('', 'mine')).data).toEqual(made.slice(0, 3));
    expect((await page('', 'yours')).data).toEqual(made.slice(3, 5));
  });

  it.each([
    ['none', null],
    ['an unknown one', 'Bearer nobody'],
    ['another scheme', 'Basic mine'],
    ['no scheme', 'mine'],
    ['two words', 'Bearer mine mine'],
  ])('is refused with 401 and no body: %s', async (_name, authorization) => {
    const { api, origin } = await started();
    api.fill('mine', made);
    const answer = await fetch(`${origin}${PATH}?limit=x`, {
      headers: authorization === null ? {} : { authorization },
    });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    expect(await answer.text()).toBe('');
  });

  it('may be sent with its scheme in any case', async () => {
    const { api, origin } = await started();
    api.fill('mine', made);
    for (const scheme of ['bearer', 'BEARER', 'Bearer ']) {
      const headers = { authorization: `${scheme} mine` };
      expect((await fetch(origin + PATH, { headers })).status).toBe(200);
    }
  });
});

describe('changing an account', () => {
  it('adds, replaces and removes builds in their places', async () => {
    const { api, page } = await started();
    api.fill('mine', made);
    api.put('mine', [{ ...sample(7), status: 'CANCELLED' }]);
    api.remove('mine', [sample(0).id, 'unknown']);
    const wanted = made.slice(1);
    wanted[6] = { ...sample(7), status: 'CANCELLED' };
    expect(api.all('mine')).toEqual(wanted);
    expect((await page('?limit=1000')).data).toEqual(wanted);
    api.fill('mine', []);
    expect(await page()).toMatchObject({ total_count: 0, data: [] });
    expect(api.all('nobody')).toEqual([]);
  });
});

describe('the demo accounts', () => {
  it('are listed with what they hold, and hold it at every start', async () => {
    const { api, page } = await started({ accounts: ['demo', 'demo-small', 'demo-empty'] });
    expect(api.accounts.map((one) => one.token)).toEqual(['demo', 'demo-small', 'demo-empty']);
    expect(api.accounts[0]?.summary).toBe('2,412 builds over 60 days, alive');
    expect((await page('?limit=1', 'demo-small')).total_count).toBe(25);
    expect((await page('?limit=1', 'demo-empty')).total_count).toBe(0);
  });

  it('move with the clock and with nothing else', async () => {
    let now = start;
    const options = { accounts: ['demo'], now: () => now };
    const [one, two] = [await started(options), await started(options)];
    expect((await one.page('', 'demo')).total_count).toBe(2412);
    for (now = start; now < start + 200_000; now += 20_000) await one.page('?limit=1', 'demo');
    const moved = one.api.all('demo');
    expect(moved.length).toBeGreaterThan(2412);
    expect(JSON.stringify(two.api.all('demo')) === JSON.stringify(moved)).toBe(true);
  });

  it('stand still where they are not alive', async () => {
    let now = start;
    const { api } = await started({ accounts: ['demo-small'], now: () => now });
    const before = api.all('demo-small');
    now += 86_400_000;
    expect(api.all('demo-small')).toEqual(before);
    expect(before.filter((one) => one.completedAt === null)).toEqual([]);
  });

  it('are seeded bit by bit, and whole for whoever asks meanwhile', async () => {
    const { api, page } = await started({ accounts: ['demo-flaky'] });
    const first = page('?limit=1', 'demo-flaky');
    expect(api.all('demo-flaky')).toHaveLength(1500);
    expect((await first).total_count).toBe(1500);
  });

  it('give way to builds that a test fills in', async () => {
    const { api, page } = await started({ accounts: ['demo'] });
    api.fill('demo', made);
    expect(await page('?limit=1', 'demo')).toMatchObject({ total_count: 230 });
  });

  it('that do not exist cannot be asked for', async () => {
    await expect(startLocalApi({ accounts: ['demo-nope'] })).rejects.toThrow(
      'No demo account is called demo-nope.',
    );
  });
});

describe('the fault accounts', () => {
  it('flaky: a proxy page, a 503 and a reset between good answers', async () => {
    const { get } = await started({ accounts: ['demo-flaky'] });
    const seen: (number | string)[] = [];
    for (let nth = 0; nth < 9; nth++) {
      const answer = await get('?limit=1', 'demo-flaky').catch(() => null);
      seen.push(answer?.status ?? 'reset');
      if (answer?.status === 502) expect(await answer.text()).toContain('<h1>502 Bad Gateway');
      else await answer?.arrayBuffer();
    }
    expect(seen).toEqual([200, 200, 502, 200, 200, 503, 200, 200, 'reset']);
  });

  it('broken: JSON cut off, then a page of HTML, both with 200', async () => {
    const { get } = await started({ accounts: ['demo-broken'] });
    const cut = await get('', 'demo-broken');
    expect(cut.status).toBe(200);
    await expect(cut.json()).rejects.toThrow(SyntaxError);
    const html = await get('', 'demo-broken');
    expect(html.status).toBe(200);
    expect(await html.text()).toMatch(/^<!DOCTYPE html>/);
  });

  it('broken-row: one build that cannot be read among good ones', async () => {
    const { page } = await started({ accounts: ['demo-broken-row'] });
    const { data } = await page('', 'demo-broken-row');
    expect(data).toHaveLength(100);
    expect(data.filter((one) => typeof one.imageName !== 'string')).toHaveLength(1);
  });

  it('limited, forbidden and expires: 429, 403 and 401', async () => {
    let now = start;
    const accounts = ['demo-limited', 'demo-forbidden', 'demo-expires'];
    const { get } = await started({ accounts, now: () => now });
    for (let nth = 0; nth < 3; nth++) expect((await get('', 'demo-limited')).status).toBe(200);
    const limited = await get('', 'demo-limited');
    expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '8']);
    expect((await get('', 'demo-forbidden')).status).toBe(403);
    expect((await get('', 'demo-expires')).status).toBe(200);
    now += 60_000;
    const expired = await get('', 'demo-expires');
    expect([expired.status, await expired.text()]).toEqual([401, '']);
    expect((await get('', 'demo-limited')).status).toBe(200);
  });

  it('odd: everything it holds goes over the wire', async () => {
    const { api, page } = await started({ accounts: ['demo-odd'] });
    const { total_count, data } = await page('?limit=1000', 'demo-odd');
    expect(data).toHaveLength(total_count);
    // An empty id and a number for an id are no builds.
    expect(api.all('demo-odd')).toHaveLength(total_count - 2);
  });
});

describe('a loaded file', () => {
  const file = join(tmpdir(), `loaded-builds-${process.pid}.json`);
  afterEach(() => rmSync(file, { force: true }));

  it('is served to a token of its own that nobody can guess', async () => {
    writeFileSync(file, JSON.stringify({ data: made }));
    const { api, get, page } = await started({ load: file });
    const token = api.loaded?.token ?? '';
    expect(token).toMatch(/^loaded-[0-9a-f]{32}$/);
    expect(api.accounts).toEqual([]);
    expect(api.loaded?.summary).toContain('230 builds of loaded-builds-');
    expect((await page('?limit=1000', token)).data).toEqual(made);
    expect((await get('', 'loaded')).status).toBe(401);
    const again = await started({ load: file });
    expect(again.api.loaded?.token).not.toBe(token);
  });

  it('that cannot be read stops the start', async () => {
    await expect(startLocalApi({ load: file })).rejects.toThrow(/^Cannot load .*ENOENT.*$/);
  });
});

function sample(at = 0): Build {
  const build = made[at];
  if (!build) throw new Error(`no sample ${at}`);
  return build;
}
