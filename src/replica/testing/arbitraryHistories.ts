import fc from 'fast-check';
import type { Build } from '../../contract/build.ts';
import type { BuildStore } from '../columns/BuildStore.ts';
import { builds } from './arbitraryBuilds.ts';

/** An answer that brings builds, or the news that some are gone. */
export interface Step {
  readonly builds: readonly Build[];
  /** Indexes of builds held (taken round) that are gone. */
  readonly gone: readonly number[];
  readonly stamp: number;
}

/** Answers in any order of their stamps. */
export const histories: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    builds: fc.array(builds, { maxLength: 6 }),
    gone: fc.array(fc.nat({ max: 20 }), { maxLength: 2 }),
    stamp: fc.integer({ min: 0, max: 8 }),
  }),
  { minLength: 1, maxLength: 5 },
);

const stamps = new WeakMap<Map<string, Build>, Map<string, number>>();

/** Does the steps to a store, and to the plain map that it must equal. */
export function applyHistory(
  store: BuildStore,
  held: Map<string, Build>,
  steps: readonly Step[],
): void {
  const known = stamps.get(held) ?? new Map<string, number>();
  stamps.set(held, known);
  for (const step of steps) {
    store.apply(step.builds, step.stamp);
    for (const build of step.builds) {
      if (step.stamp < (known.get(build.id) ?? -1)) continue;
      known.set(build.id, step.stamp);
      held.set(build.id, build);
    }
    const ids = [...held.keys()];
    const gone = ids.length === 0 ? [] : step.gone.map((at) => ids[at % ids.length] ?? '');
    store.remove(gone, step.stamp);
    for (const id of gone) {
      if (step.stamp < (known.get(id) ?? -1)) continue;
      known.set(id, step.stamp);
      held.delete(id);
    }
  }
}
