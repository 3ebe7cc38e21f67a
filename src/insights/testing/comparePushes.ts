import { Batches } from '../batches/Batches.ts';
import { type SimulatedBuild, simulatedAt } from './simulatePushes.ts';
import { TestStore } from './TestStore.ts';

/** Which accounts: `most` images in one push. */
interface Seeds {
  readonly from: number;
  readonly seeds: number;
  readonly start: number;
  readonly most?: number;
}

/** What became of a push that did not come out as it was. */
export type MissKind = 'split' | 'merged' | 'not found';

export interface Compared {
  readonly seeds: number;
  readonly pushes: number;
  /** Seeds all of whose pushes came out as they were. */
  readonly right: number;
  readonly misses: readonly {
    readonly seed: number;
    readonly kind: MissKind;
    readonly push: KnownPush;
  }[];
}

/** A push as it was: what is said of it where it was not found. */
export interface KnownPush {
  readonly images: number;
  readonly inFlight: number;
  readonly pauses: number;
  readonly retries: string;
  readonly builds: readonly SimulatedBuild[];
  readonly lastEnded: number;
}

/** The pushes of an account, the same for the same seed. */
export type AccountOf = (seed: number, start: number, most?: number) => readonly KnownPush[];

/**
 * Compares pushes with the batches that are found in the list they leave, member for member, at
 * the end or (every other seed) at a moment in their midst.
 */
export function comparePushes(accountOf: AccountOf, { from, seeds, start, most }: Seeds): Compared {
  const misses: { seed: number; kind: MissKind; push: KnownPush }[] = [];
  let count = 0;
  let right = 0;
  for (let seed = from; seed < from + seeds; seed += 1) {
    const pushes = accountOf(seed, start, most);
    count += pushes.length;
    const end = Math.max(...pushes.map(({ lastEnded }) => lastEnded));
    const now = seed % 2 === 0 ? end + 1 : start + (end - start) * ((seed % 97) / 97);
    const before = misses.length;
    for (const miss of missesAt(pushes, now)) misses.push({ seed, ...miss });
    if (misses.length === before) right += 1;
  }
  return { seeds, pushes: count, right, misses };
}

function missesAt(pushes: readonly KnownPush[], now: number) {
  const seen = pushes.flatMap(({ builds }) => builds.flatMap((one) => simulatedAt(one, now) ?? []));
  const { table } = new TestStore(seen);
  const batches = new Batches();
  batches.facts(table);
  while (!batches.work(50)) {
    // Reads the rest.
  }
  const facts = batches.facts(table);
  return pushes.flatMap((push): { kind: MissKind; push: KnownPush }[] => {
    const members = push.builds.filter(({ created }) => created <= now);
    if (new Set(members.map(({ imageName }) => imageName)).size < 10) return [];
    const places = new Set(members.map(({ id }) => batches.placeOf(facts, id)));
    const [place = null] = places;
    if (places.size > 1) return [{ kind: 'split', push }];
    if (place === null) return [{ kind: 'not found', push }];
    const size = facts.batches[place]?.rows.length;
    return size === members.length ? [] : [{ kind: 'merged', push }];
  });
}
