import { type Compared, comparePushes } from '../../src/insights/testing/comparePushes.ts';
import { simulateAccount } from '../../src/insights/testing/simulatePushes.ts';
import { strangersAccount } from '../../src/insights/testing/strangersAccount.ts';
import { type Watched, watchPushes } from '../../src/insights/testing/watchPushes.ts';

const START = Date.UTC(2026, 10, 1);
const SEEDS = 1000;
const LARGEST = 20_000;
const WATCHED = 500;
const WATCHED_LARGEST = 2000;

/** Whether pushes are found as what they were, and what is said of their end; some minutes. */
export function* lines(): Generator<string> {
  yield `Batches: ${SEEDS} accounts with pushes of two families, 100 to ${LARGEST} images, 1 to 64 in flight, retries, pauses up to 90 s (goal 98 %)`;
  const seeds = { from: 0, seeds: SEEDS, start: START, most: LARGEST };
  yield* compared(comparePushes(simulateAccount, seeds));
  yield 'Batches: the same of a generator that knows nothing of how they are found';
  yield* compared(comparePushes(strangersAccount, seeds));
  yield `Batches: ${WATCHED} pushes watched from their beginning to their end`;
  yield* watched(watchPushes(0, WATCHED, START, WATCHED_LARGEST));
}

function* compared({ seeds, pushes, right, misses }: Compared): Generator<string> {
  yield `  as they were, member for member: ${right} of ${seeds} accounts (${percent(right, seeds)}), ${pushes} pushes in all`;
  for (const { seed, kind, push } of misses) {
    const { images, inFlight, pauses, retries } = push;
    yield `  ${kind}: seed ${seed}, ${images} images, ${inFlight} in flight, ${pauses} pauses, retries ${retries}`;
  }
}

function* watched(found: Watched): Generator<string> {
  const { submitting, early, paused, saidWhileSubmitted, draining } = found;
  const { ranges, held, medianRatio } = found;
  yield `  share or end said while submitted: ${saidWhileSubmitted} looks (goal 0)`;
  yield `  more was to come: ${submitting} looks, of which ${early} said that it drains (goal 0) and ${paused} that it has ended`;
  yield `  draining: ${draining} looks, ${ranges} with a range; the end lay in it: ${percent(held, ranges)} (goal 80 %), median high / low ${medianRatio.toFixed(1)} (goal at most 5)`;
}

function percent(part: number, of: number): string {
  return `${((100 * part) / of).toFixed(1)} %`;
}
