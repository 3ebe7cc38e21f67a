import { expect, it } from 'vitest';
import { comparePushes } from '../testing/comparePushes.ts';
import { simulateAccount } from '../testing/simulatePushes.ts';
import { strangersAccount } from '../testing/strangersAccount.ts';
import { watchPushes } from '../testing/watchPushes.ts';

const START = Date.UTC(2026, 10, 1);

// `npm run simulate` does the same with many more.
it.each([
  ['', simulateAccount],
  [', also of a generator that knows nothing of how they are found', strangersAccount],
])(
  'finds simulated pushes as what they were, member for member%s',
  {
    timeout: 120_000,
  },
  (_, accountOf) => {
    const { misses, right, seeds } = comparePushes(accountOf, {
      from: 0,
      seeds: 100,
      start: START,
      most: 600,
    });
    const kinds = misses.map(({ seed, kind, push }) => `${seed} ${kind} ${push.inFlight}`);
    expect(right / seeds, kinds.join('; ')).toBeGreaterThanOrEqual(0.98);
  },
);

it('says no share and no end while a push goes on, and an honest range once it drains', {
  timeout: 120_000,
}, () => {
  const found = watchPushes(0, 60, START, 400);
  expect(found.saidWhileSubmitted).toBe(0);
  expect(found.early).toBe(0);
  expect(found.ranges).toBeGreaterThan(300);
  expect(found.held / found.ranges).toBeGreaterThanOrEqual(0.8);
  expect(found.medianRatio).toBeLessThanOrEqual(5);
});
