import { expect, it } from 'vitest';
import { startLocalApi } from './startLocalApi.ts';

it('answers a page of the demo account', async () => {
  const api = await startLocalApi({ accounts: ['demo'] });
  const origin = await api.listen(0);
  const answer = await fetch(`${origin}/api/v1/images/builds?limit=2`, {
    headers: { authorization: 'Bearer demo' },
  });
  const page: unknown = await answer.json();
  expect(page).toMatchObject({ total_count: 2412, offset: 0, limit: 2 });
  await api.close();
});
