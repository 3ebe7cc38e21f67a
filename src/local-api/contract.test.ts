import { describe, expect, it, vi } from 'vitest';
import { DEMO_ACCOUNTS } from './demo/demoAccounts.ts';
import { makeBuilds } from './makeBuilds.ts';
import { type Breach, contractErrors } from './testing/contractErrors.ts';
import { type StartedApi, startedApi } from './testing/startedApi.ts';

// A hundred thousand builds take a busy machine its time.
vi.setConfig({ testTimeout: 120_000 });

/** The accounts that break the contract, each of which says so in the list of accounts. */
const BREAKING = new Map([
  ['demo-odd', /oddities/],
  ['demo-zoneless', /times without a zone/],
  ['demo-broken', /cannot be read/],
  ['demo-broken-later', /cannot be read/],
  ['demo-broken-row', /unreadable/],
]);
const KEEPING = [...DEMO_ACCOUNTS.keys()].filter((token) => !BREAKING.has(token));
/** Of a list of 100,000 builds its first pages, its middle and its end. */
const PAGES = ['', ...[0, 1000, 50_500, 99_900].map((at) => `?offset=${at}&limit=500`)];

/** Every answer of an account that has a body the contract describes, checked. */
async function breachesOf(
  { get }: StartedApi,
  token: string,
  pages: readonly string[],
): Promise<Breach[]> {
  const queries = ['?limit=0', '?offset=-1&limit=ten', ...pages];
  const found = await Promise.all(
    queries.map(async (query) => {
      const answer = await get(query, token).catch(() => null);
      if (answer?.status !== 200 && answer?.status !== 422) return [];
      const isJson = answer.headers.get('content-type') === 'application/json';
      return contractErrors(answer.status, isJson ? await json(answer) : null);
    }),
  );
  return found.flat();
}

const json = (answer: Response): Promise<unknown> => answer.json().catch(() => null);

describe('the contract', () => {
  it.each(KEEPING)('is kept in every answer of %s, formats too', async (token) => {
    const started = await startedApi({ accounts: [token] });
    expect(await breachesOf(started, token, PAGES)).toEqual([]);
  });

  it('is kept while builds move on', async () => {
    let now = Date.UTC(2026, 10, 24, 9);
    const { page } = await startedApi({ accounts: ['demo'], now: () => now });
    for (let step = 0; step < 30; step += 1) {
      now += 7_000;
      expect(contractErrors(200, await page('?limit=100', 'demo'))).toEqual([]);
    }
  });

  it('is kept by what is made for tests and the benchmark', () => {
    const data = makeBuilds({ count: 2000, seed: 3, now: Date.UTC(2026, 10, 24), days: 9 });
    expect(contractErrors(200, { data })).toEqual([]);
  });

  it.each([...BREAKING])('is broken by %s, which says so', async (token, words) => {
    const started = await startedApi({ accounts: [token] });
    expect(started.api.accounts[0]?.summary).toMatch(words);
    expect((await breachesOf(started, token, ['?limit=40', '?limit=41'])).length).toBeGreaterThan(
      0,
    );
  });

  it('is broken in one account by times without a zone and by nothing else', async () => {
    const started = await startedApi({ accounts: ['demo-zoneless'] });
    const breaches = await breachesOf(started, 'demo-zoneless', ['?limit=250']);
    expect(new Set(breaches.map(({ rule }) => rule))).toEqual(new Set(['format', 'anyOf', 'type']));
    expect(breaches.every(({ at }) => /\/(created|started|completed)At$/.test(at))).toBe(true);
    const { data } = await started.page('?limit=1000', 'demo-zoneless');
    expect(data.filter((build) => build.createdAt.endsWith('Z'))).toEqual([]);
    expect(data).toHaveLength(250);
  });

  it('is checked by the format, not by its look alone', () => {
    const build = { id: 'b', imageName: 'a', imageTag: 'v', status: 'FAILED', artifacts: [] };
    const checked = (createdAt: string) =>
      contractErrors(200, { data: [{ ...build, createdAt }] }).map(({ at, rule }) => [at, rule]);
    expect(checked('2026-04-17T09:00:00Z')).toEqual([]);
    expect(checked('2026-04-17T09:00:00.012345+05:30')).toEqual([]);
    for (const bad of ['2026-04-17T09:00:00', '2026-02-30T09:00:00Z', '2026-04-17', '']) {
      expect(checked(bad)).toEqual([['/data/0/createdAt', 'format']]);
    }
    expect(contractErrors(422, { errors: [{ param: 'limit' }] })).toHaveLength(1);
  });
});
