import { afterEach, expect, it, vi } from 'vitest';
import { fetchPage } from './fetchPage.ts';

afterEach(() => vi.unstubAllGlobals());

it('asks for one page with the token in its header and reads it', async () => {
  const fetching = vi.fn(async (_url: string, _init: RequestInit) => Response.json({ data: [] }));
  vi.stubGlobal('fetch', fetching);
  const page = await fetchPage({ token: 'pit_x', offset: 100, limit: 50 });
  expect(page).toMatchObject({ builds: [], offset: 100, limit: 50, total: null, received: 0 });
  expect(fetching.mock.calls[0]?.[0]).toBe('/api/v1/images/builds?offset=100&limit=50');
  expect(fetching.mock.calls[0]?.[1]).toMatchObject({
    headers: { authorization: 'Bearer pit_x' },
    cache: 'no-store',
    credentials: 'omit',
    redirect: 'manual',
  });
});
