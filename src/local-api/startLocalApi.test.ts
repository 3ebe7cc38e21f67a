import { rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Build } from '../contract/build.ts';
import { makeBuilds } from './makeBuilds.ts';
import { startLocalApi } from './startLocalApi.ts';
import { PATH, startedApi as started } from './testing/startedApi.ts';
import { wholeAnswer } from './testing/wholeAnswer.ts';

const made = makeBuilds({ count: 230, seed: 5, now: Date.UTC(2026, 10, 24, 9), days: 3 });

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
      const answer = await wholeAnswer(`${origin}${path}`);
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
    const answer = await wholeAnswer(`http://127.0.0.1:${port}${PATH}`, { headers });
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
    const answer = await wholeAnswer(`${origin}${PATH}?limit=x`, {
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
      expect((await wholeAnswer(origin + PATH, { headers })).status).toBe(200);
    }
  });
});

describe('a team', () => {
  const teamId = 'cm9zk2w8r0003l708u5d1q6fy';

  it('has builds of its own, for the tokens that are in it', async () => {
    const { api, get, page } = await started();
    api.fill('mine', made.slice(0, 3));
    api.fill('mine', made.slice(3, 5), teamId);
    api.fill('yours', made.slice(5, 9));
    expect((await page()).data).toEqual(made.slice(0, 3));
    expect((await page(`?teamId=${teamId}`)).data).toEqual(made.slice(3, 5));
    const other = await get(`?teamId=${teamId}`, 'yours');
    expect([other.status, await other.json()]).toEqual([
      403,
      { detail: 'This token is not in that team.' },
    ]);
    expect((await get(`?teamId=${teamId}`, 'nobody')).status).toBe(401);
  });

  it('is named by an id and by nothing else', async () => {
    const { api, get } = await started();
    api.fill('mine', made);
    for (const text of ['', 'x', `${teamId}x`, `%0a${teamId}`]) {
      const answer = await get(`?teamId=${text}`);
      expect([text, answer.status]).toEqual([text, 422]);
      expect(await answer.json()).toHaveProperty('errors.0.param', 'teamId');
    }
  });

  it('stands in the demo', async () => {
    const { page } = await started({ accounts: ['demo-team'] });
    expect(await page('?limit=1', 'demo-team')).toMatchObject({ total_count: 25 });
    const team = await page(`?limit=1&teamId=${teamId}`, 'demo-team');
    expect(team).toMatchObject({ total_count: 180 });
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
