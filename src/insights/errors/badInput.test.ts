import { expect, it } from 'vitest';
import { artifactOf, buildOf } from '../../contract/testing/builds.ts';
import { TestStore } from '../testing/TestStore.ts';
import { ErrorGroups } from './ErrorGroups.ts';
import { readError } from './text/readError.ts';

const NOW = Date.UTC(2026, 10, 24, 9);

/** A store of failures with these texts, one to a build. */
function storeOf(texts: readonly string[]): TestStore {
  return new TestStore(
    texts.map((errorMessage, at) =>
      buildOf(`b${at}`, {
        status: 'FAILED',
        artifacts: [artifactOf('a', { status: 'FAILED', errorMessage })],
      }),
    ),
  );
}

/** A number spelled in letters, which no mask takes for one. */
const spelled = (at: number) =>
  [...String(at)].map((digit) => 'abcdefghij'[Number(digit)]).join('');

it('count 100,000 different texts, of one cause and of thousands, in slices', () => {
  const texts = Array.from({ length: 100_000 }, (_, at) =>
    at % 10 === 0
      ? `error: ${spelled(at)} broke`
      : `write /data/${at}.bin: no space left on device`,
  );
  const store = storeOf(texts);
  const groups = new ErrorGroups();
  const before = groups.facts(store.table, NOW);
  expect(before).toMatchObject({ artifacts: 100_000, unread: 100_000, groups: [] });
  let slices = 0;
  while (!groups.work(8)) slices += 1;
  expect(slices).toBeGreaterThan(1);
  const facts = groups.facts(store.table, NOW);
  expect(facts.unread).toBe(0);
  const naive = new Map<string, number>();
  for (const text of texts) {
    const { kind } = readError(text, 'app');
    naive.set(kind, (naive.get(kind) ?? 0) + 1);
  }
  expect(naive.size).toBe(10_001);
  expect(new Map(facts.groups.map((one) => [one.kind, one.all.artifacts]))).toEqual(naive);
  const picked = groups.pick(facts, store.rows);
  expect(picked.groups.reduce((sum, one) => sum + one.matching.artifacts, 0)).toBe(100_000);
}, 60_000);

it('look at the clock after each text of 2 MB', () => {
  const store = storeOf(Array.from({ length: 6 }, (_, at) => `${'/a'.repeat(1_000_000)}${at}`));
  const groups = new ErrorGroups();
  groups.facts(store.table, NOW);
  let slices = 0;
  // A budget that each text is beyond.
  while (!groups.work(0.001)) slices += 1;
  expect(slices).toBeGreaterThanOrEqual(5);
  expect(groups.facts(store.table, NOW).groups.map((one) => one.all.artifacts)).toEqual([6]);
});
