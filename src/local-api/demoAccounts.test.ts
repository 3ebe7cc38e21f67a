import { describe, expect, it } from 'vitest';
import type { Build } from '../contract/build.ts';
import { makeBuilds } from './makeBuilds.ts';
import { startLocalApi } from './startLocalApi.ts';
import { startedApi as started } from './testing/startedApi.ts';

const start = Date.UTC(2026, 10, 24, 9);
const made = makeBuilds({ count: 230, seed: 5, now: start, days: 3 });

async function demoBuilds(seed: number | undefined): Promise<Build[]> {
  const { page } = await started({ accounts: ['demo'], ...(seed !== undefined && { seed }) });
  const all: Build[] = [];
  for (let offset = 0; offset < 2412; offset += 1000) {
    all.push(...(await page(`?limit=1000&offset=${offset}`, 'demo')).data);
  }
  return all;
}

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

  it.each([undefined, 1, 2, 3])('hold failures that are hard to count, seed %s', async (seed) => {
    const all = await demoBuilds(seed);
    const failed = all.filter(({ status }) => status === 'FAILED');
    const errorsOf = ({ artifacts }: Build) =>
      (artifacts ?? []).filter(({ status }) => status === 'FAILED').map((one) => one.errorMessage);
    const holds = (is: (errors: readonly (string | null)[]) => boolean) =>
      failed.filter((build) => is(errorsOf(build))).length;
    expect(holds((errors) => errors.length === 0)).toBe(1);
    expect(holds((errors) => errors.length === 1 && errors[0] === null)).toBe(1);
    expect(holds((errors) => new Set(errors).size === 2 && !errors.includes(null))).toBe(1);
  });

  it.each([undefined, 1, 2, 3])('hold a tag race of the last hour, seed %s', async (seed) => {
    const all = await demoBuilds(seed);
    const named = (build: Build) => `${build.imageName}:${build.imageTag}`;
    const pushed = (build: Build) => Date.parse(build.createdAt);
    const ended = (build: Build) => Date.parse(build.completedAt ?? '');
    const pathsOf = ({ artifacts }: Build) => (artifacts ?? []).map((one) => one.fullImagePath);
    const raced = all.filter((newer) =>
      all.some(
        (older) =>
          named(older) === named(newer) &&
          pushed(older) < pushed(newer) - 60_000 &&
          ended(older) > ended(newer) + 60_000 &&
          older.status === 'COMPLETED' &&
          newer.status === 'COMPLETED' &&
          pathsOf(newer)[0] !== null &&
          pathsOf(older)[0] === pathsOf(newer)[0],
      ),
    );
    const [newer] = raced.filter((build) => Date.now() - ended(build) < 3_600_000);
    if (newer === undefined) throw new Error('There is no race.');
    // A later build of the image would have cleared it.
    expect(all.filter((one) => named(one) === named(newer))).toHaveLength(2);
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
    // A number for an id is no build.
    expect(api.all('demo-odd')).toHaveLength(total_count - 1);
  });
});
