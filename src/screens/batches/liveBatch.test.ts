import { expect, it } from 'vitest';
import { buildOf } from '../../contract/testing/builds.ts';
import { Batches } from '../../insights/batches/Batches.ts';
import { tableOf } from '../../list/testing/tableOf.ts';
import { liveBatch } from './liveBatch.ts';

const NOW = Date.UTC(2026, 10, 24, 9);

/** Twelve builds of a family created `minutes` ago, of which the last is active or not. */
const push = (family: string, minutes: number, active: boolean) =>
  Array.from({ length: 12 }, (_, at) => {
    const runs = active && at === 11;
    const created = new Date(NOW - minutes * 60_000 + at * 100).toISOString();
    return buildOf(`${family}${at}`, {
      imageName: `${family}.task-${at}`,
      status: runs ? 'BUILDING' : 'COMPLETED',
      createdAt: created,
      startedAt: created,
      completedAt: runs ? null : new Date(NOW - minutes * 60_000 + 5000).toISOString(),
    });
  });

function live(builds: ReturnType<typeof push>, dismissed: readonly string[] = []) {
  const table = tableOf(builds);
  const insight = new Batches();
  insight.facts(table);
  while (!insight.work(50)) {
    // Reads the rest.
  }
  const found = liveBatch(insight, insight.facts(table), NOW, new Set(dismissed));
  return found === null ? null : `${found.batch.family} and ${found.others}`;
}

it('is the newest push that has not ended, and says how many others there are', () => {
  const builds = [...push('old', 20, true), ...push('new', 1, true), ...push('done', 15, false)];
  expect(live(builds)).toBe('new and 1');
});

it('is none that was dismissed, by whichever of its builds', () => {
  const builds = [...push('old', 20, true), ...push('new', 1, true)];
  expect(live(builds, ['new7'])).toBe('old and 0');
  expect(live(builds, ['new7', 'old0', 'gone'])).toBeNull();
});

it('is none of old, though an orphan of it never ends', () => {
  expect(live(push('old', 25 * 60, true))).toBeNull();
  expect(live(push('done', 15, false))).toBeNull();
});
