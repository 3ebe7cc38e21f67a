import { QueryClient } from '@tanstack/react-query';
import { afterEach, expect, it, vi } from 'vitest';
import type { Build } from '../contract/build.ts';
import { createReplica } from './createReplica.ts';
import { FakeApi, FakeCopies, FakeVisibility, fakeBuild, fakeBuilds } from './testing/fakeApi.ts';

const START = Date.UTC(2026, 10, 2);
const MINUTE = 60_000;
/** So slow that no walk ends without a deletion in it: none of them proves the list. */
const ANSWER_MS = 600;
const CHANGE_EVERY_MS = 500;

afterEach(() => {
  vi.useRealTimers();
});

/** A list in which a build is created, and one is deleted anywhere, in turn; and when each went. */
function restless(list: Build[]) {
  const wentAt = new Map<string, number>();
  let turn = 0;
  let created = list.length;
  const changes = setInterval(() => {
    turn += 1;
    if (turn % 2 === 0) list.unshift(fakeBuild(created++));
    else {
      const [gone] = list.splice((turn * 7919) % list.length, 1);
      if (gone) wentAt.set(gone.id, Date.now());
    }
  }, CHANGE_EVERY_MS);
  return { wentAt, rest: () => clearInterval(changes) };
}

it('lets go within ten minutes of what is deleted from a list that never rests, within its budget', async () => {
  vi.useFakeTimers({ now: START });
  const api = new FakeApi();
  api.cap = 100;
  const list = fakeBuilds(1500);
  api.lists.set('one', list);
  const replica = createReplica({
    token: 'one',
    queryClient: new QueryClient(),
    visibility: new FakeVisibility(),
    copies: new FakeCopies(),
    fetchPage: async (request) => {
      await new Promise((resolve) => setTimeout(resolve, ANSWER_MS));
      return api.fetchPage(request);
    },
    onUnauthorized: vi.fn(),
    random: () => 0.5,
  });
  replica.start();
  await vi.advanceTimersByTimeAsync(MINUTE);
  const { wentAt, rest } = restless(list);

  for (let minute = 1; minute <= 40; minute += 1) {
    api.calls.length = 0;
    await vi.advanceTimersByTimeAsync(MINUTE);
    const { id, alive } = replica.table;
    const rows = Array.from({ length: replica.table.rowCount }, (_, row) => row);
    const held = new Set(rows.filter((row) => alive[row] === 1).map((row) => id.at(row)));
    const ages = [...wentAt].map(([gone, at]) => (held.has(gone) ? Date.now() - at : 0));
    expect(Math.max(...ages)).toBeLessThan(10 * MINUTE);
    expect(api.calls.length).toBeLessThan(90);
  }
  rest();
  await vi.advanceTimersByTimeAsync(10 * MINUTE);
  expect(replica.getState()).toMatchObject({ completeness: 'complete', loaded: list.length });
  replica.dispose();
});
