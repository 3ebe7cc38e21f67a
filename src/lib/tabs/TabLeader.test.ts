import { beforeEach, describe, expect, it } from 'vitest';
import { FakeVisibility } from '../../replica/testing/fakeApi.ts';
import { type Locks, TabLeader } from './TabLeader.ts';
import { FakeLocks } from './testing/FakeLocks.ts';

let locks: FakeLocks;
beforeEach(() => {
  locks = new FakeLocks();
});

const settled = () => new Promise((resolve) => setImmediate(resolve));

async function tab(visible: boolean, with_: Locks | null = locks) {
  const visibility = new FakeVisibility();
  visibility.set(visible);
  const leader = new TabLeader({ name: 'x', locks: with_, visibility, onChange: () => {} });
  await settled();
  return { leader, visibility };
}

describe('of several tabs', () => {
  it('the first one leads, and the next one once it has gone', async () => {
    const one = await tab(false);
    const two = await tab(false);
    expect([one.leader.leads, two.leader.leads]).toEqual([true, false]);
    one.leader.end();
    await settled();
    expect([one.leader.leads, two.leader.leads]).toEqual([false, true]);
  });

  it('one that can be seen leads', async () => {
    const one = await tab(false);
    const two = await tab(true);
    expect([one.leader.leads, two.leader.leads]).toEqual([false, true]);
    one.visibility.set(true);
    await settled();
    expect([one.leader.leads, two.leader.leads]).toEqual([true, false]);
    one.leader.end();
    await settled();
    expect(two.leader.leads).toBe(true);
  });

  it('one always leads, and never two', async () => {
    const tabs = await Promise.all([tab(true), tab(false), tab(true), tab(false)]);
    for (const [at, visible] of [
      [1, true],
      [0, false],
      [3, true],
      [3, false],
      [0, true],
    ] as const) {
      tabs[at]?.visibility.set(visible);
      await settled();
      expect(tabs.filter(({ leader }) => leader.leads)).toHaveLength(1);
    }
    for (const { leader } of tabs) {
      leader.end();
      await settled();
    }
    expect(tabs.filter(({ leader }) => leader.leads)).toHaveLength(0);
  });

  it('each leads itself where the browser has no locks', async () => {
    const one = await tab(true, null);
    const two = await tab(false, null);
    expect([one.leader.leads, two.leader.leads]).toEqual([true, true]);
  });
});
