import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runs } from '../../lib/testing/runs.ts';
import { fakeBuilds, fakeError } from '../testing/fakeApi.ts';
import { type Tab, Tabs } from './testing/Tabs.ts';

// The same name, made while timers stand still.
vi.mock('../copy/copyKey.ts', () => ({
  copyKey: async (token: string) => createHash('sha256').update(token).digest('hex'),
}));

const MINUTE = 60_000;
/** So much earlier than the last answer was asked for. Milliseconds. */
const LONG_MS = 1000;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 2) });
});

afterEach(() => {
  vi.useRealTimers();
});

const steps = fc.array(
  fc.oneof(
    fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: 20, max: 20_000 }) }),
    fc.record({ do: fc.constant('add' as const), count: fc.integer({ min: 1, max: 150 }) }),
    fc.record({ do: fc.constant('remove' as const), at: fc.nat(2000) }),
    fc.record({ do: fc.constant('end' as const), at: fc.nat(2000) }),
    fc.record({ do: fc.constant('open' as const), visible: fc.boolean() }),
    fc.record({ do: fc.constant('kill' as const), at: fc.nat(4) }),
    fc.record({ do: fc.constant('close' as const), at: fc.nat(4) }),
    fc.record({ do: fc.constant('see' as const), at: fc.nat(4), visible: fc.boolean() }),
    fc.record({ do: fc.constant('refresh' as const), at: fc.nat(4) }),
    fc.record({ do: fc.constant('fail' as const), at: fc.nat(4) }),
    fc.record({ do: fc.constant('lose' as const), every: fc.integer({ min: 0, max: 3 }) }),
    fc.record({ do: fc.constant('slow' as const), ms: fc.constantFrom(10, 100, 1000, 6000) }),
    fc.record({ do: fc.constant('noise' as const), message: fc.anything() }),
  ),
  { maxLength: 16 },
);

const FAILURES = ['server', 'offline', 'limited', 'unreadable', 'timeout'] as const;

type Step = (typeof steps extends fc.Arbitrary<infer T> ? T : never)[number];

async function take(tabs: Tabs, step: Step, number: number): Promise<void> {
  const { list } = tabs;
  const tabAt = (at: number) => [...tabs.open][at % Math.max(1, tabs.open.size)];
  if (step.do === 'wait') await tabs.pass(step.ms);
  if (step.do === 'add') list.unshift(...fakeBuilds(step.count, 10_000 + number * 200));
  if (step.do === 'remove' && list.length > 0) list.splice(step.at % list.length, 1);
  if (step.do === 'end') {
    const at = step.at % Math.max(1, list.length);
    const old = list[at];
    if (old) list.splice(at, 1, { ...old, status: 'FAILED' });
  }
  if (step.do === 'open' && tabs.open.size < 4) tabs.start(step.visible);
  if (step.do === 'slow') tabs.latency = step.ms;
  if (step.do === 'lose') tabs.lines.loses = step.every;
  if (step.do === 'fail') tabs.api.failures.push(fakeError(FAILURES[step.at] ?? 'server', null));
  if (step.do === 'noise') tabs.lines.shout(step.message);
  const tab = 'at' in step ? tabAt(step.at) : undefined;
  if (!tab) return;
  if (step.do === 'kill' && tabs.open.size > 1) tabs.kill(tab);
  if (step.do === 'close' && tabs.open.size > 1) tabs.end(tab);
  if (step.do === 'see') tab.visibility.set(step.visible);
  if (step.do === 'refresh') tab.replica.refresh();
}

describe('tabs that share their calls', () => {
  it('come to a proven and right list, whatever comes, goes, opens, breaks off, fails and is lost', async () => {
    await fc.assert(
      fc.asyncProperty(steps, fc.integer({ min: 1, max: 1_000_000 }), async (all, seed) => {
        const tabs = new Tabs(seed);
        try {
          tabs.api.lists.set('one', fakeBuilds(1300));
          tabs.start();
          for (const [at, step] of all.entries()) await take(tabs, step, at);
          tabs.latency = 100;
          tabs.api.failures.length = 0;
          for (const { visibility } of tabs.open) visibility.set(true);
          await tabs.pass(6 * MINUTE);
          for (let time = 0; time < 2; time += 1) {
            for (const { replica } of tabs.open) replica.refresh();
            await tabs.pass(MINUTE);
          }
          for (const tab of tabs.open) {
            expect(tab.replica.getState()).toMatchObject({ completeness: 'complete', error: null });
            expect(tabs.rowsOf(tab)).toEqual(tabs.rowsOfServer);
          }
        } finally {
          tabs.close();
        }
      }),
      { numRuns: runs(30) },
    );
  }, 240_000);

  it('never call a list complete while a build is missing that was there all along', async () => {
    await fc.assert(
      fc.asyncProperty(steps, fc.integer({ min: 1, max: 1_000_000 }), async (all, seed) => {
        const tabs = new Tabs(seed);
        const since = new Map<string, number>();
        const note = () => {
          const there = new Set(tabs.list.map(({ id }) => id));
          for (const id of since.keys()) if (!there.has(id)) since.delete(id);
          for (const id of there) if (!since.has(id)) since.set(id, Date.now());
        };
        const missing: string[] = [];
        const watch = (tab: Tab) => {
          tab.replica.subscribe(() => {
            const { completeness, updatedAt, fetching } = tab.replica.getState();
            // Half of a poll's news is in the list while the other half is on its way.
            if (fetching) return;
            if (completeness !== 'complete' || updatedAt === null) return;
            const held = new Set(tabs.idsOf(tab));
            for (const [id, from] of since) {
              if (from < updatedAt - LONG_MS && !held.has(id)) missing.push(id);
            }
          });
        };
        try {
          tabs.api.lists.set('one', fakeBuilds(1300));
          note();
          watch(tabs.start());
          for (const [at, step] of [...all, { do: 'wait', ms: 20_000 } as const].entries()) {
            const before = new Set(tabs.open);
            await take(tabs, step, at);
            note();
            for (const tab of tabs.open) if (!before.has(tab)) watch(tab);
          }
          expect(missing).toEqual([]);
        } finally {
          tabs.close();
        }
      }),
      { numRuns: runs(30) },
    );
  }, 240_000);
});
