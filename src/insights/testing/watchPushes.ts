import { randomFrom } from '../../local-api/demo/random.ts';
import { Batches } from '../batches/Batches.ts';
import { anyPush, type SimulatedPush, simulatedAt, simulatePush } from './simulatePushes.ts';
import { TestStore } from './TestStore.ts';

const MINUTE = 60_000;
/** A push is looked at this often at most, from its beginning to its end. */
const LOOKS = 60;
/** A range from 0 has no ratio: it counts as from a minute, the smallest step. */
const SMALLEST = MINUTE;

export interface Watched {
  readonly pushes: number;
  /** Looks at which the batch was said to be draining, and those with a range. */
  readonly draining: number;
  readonly ranges: number;
  /** Ranges that held the true end. */
  readonly held: number;
  /** Of the ranges, the middle of high / low. */
  readonly medianRatio: number;
  /** Looks while more was to be created: all, and those said to drain all the same, with a share. */
  readonly submitting: number;
  readonly early: number;
  /** Those said to have ended: nothing ran while the client stood still with few in flight. */
  readonly paused: number;
  /** Looks while submitting at which a share or an end was said of a batch that is submitted. */
  readonly saidWhileSubmitted: number;
}

/** Watches pushes from their beginning to their end, and compares what is said with what will be. */
export function watchPushes(from: number, seeds: number, start: number, most?: number): Watched {
  const sums = { draining: 0, held: 0, submitting: 0, early: 0, saidWhileSubmitted: 0, paused: 0 };
  const ratios: number[] = [];
  for (let seed = from; seed < from + seeds; seed += 1) {
    const random = randomFrom(seed, 'watched');
    const push = simulatePush(random, anyPush(random, 'swe-gym', start, most));
    watch(push, (look) => {
      if (look.now < push.lastCreated) {
        sums.submitting += 1;
        if (look.state === 'draining') sums.early += 1;
        if (look.state === 'ended') sums.paused += 1;
      }
      if (look.state === 'submitted' && (look.share !== null || look.end !== null)) {
        sums.saidWhileSubmitted += 1;
      }
      if (look.state !== 'draining') return;
      sums.draining += 1;
      if (look.end === null) return;
      const left = push.lastEnded - look.now;
      if (left >= look.end.from && left <= look.end.to) sums.held += 1;
      ratios.push(Math.max(look.end.to, SMALLEST) / Math.max(look.end.from, SMALLEST));
    });
  }
  ratios.sort((a, b) => a - b);
  return {
    pushes: seeds,
    ...sums,
    ranges: ratios.length,
    medianRatio: ratios[Math.floor(ratios.length / 2)] ?? Number.NaN,
  };
}

type Look = NonNullable<ReturnType<typeof lookAt>>;

/** Half of the looks at the time when little is left, which is when a person asks for the end. */
function watch(push: SimulatedPush, onLook: (look: Look) => void): void {
  const { at, lastCreated, lastEnded, builds } = push;
  const store = new TestStore();
  const batches = new Batches();
  const half = LOOKS / 2;
  const times = Array.from({ length: LOOKS }, (_, look) =>
    look < half
      ? at + ((lastCreated - at) * (look + 1)) / half
      : lastCreated + ((lastEnded - lastCreated) * (look - half)) / half,
  );
  let before = Number.NEGATIVE_INFINITY;
  for (const now of times) {
    const changed = builds.filter(({ created, ended }) => created <= now && ended > before);
    store.apply({ builds: changed.flatMap((one) => simulatedAt(one, now) ?? []), gone: [] });
    before = now;
    const look = lookAt(batches, store, now);
    if (look !== null) onLook(look);
  }
}

function lookAt(batches: Batches, { table }: TestStore, now: number) {
  batches.facts(table);
  while (!batches.work(50)) {
    // Reads the rest.
  }
  const facts = batches.facts(table);
  const [batch] = facts.batches;
  if (batch === undefined) return null;
  const progress = batches.progress(facts, batch, now);
  const { state, share } = progress;
  return { now, state, share, end: batches.end(facts, batch, progress, now) };
}
