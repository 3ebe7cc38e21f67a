import { bench, describe } from 'vitest';
import { makeBuilds } from '../../local-api/makeBuilds.ts';
import { ErrorGroups } from '../errors/ErrorGroups.ts';
import { ImageNames } from '../images/ImageNames.ts';
import { Timeline } from '../timeline/Timeline.ts';
import { TestStore } from './TestStore.ts';

/** `npx vitest bench src/insights`: the lenses over 100,000 builds. */
const NOW = Date.UTC(2026, 10, 24, 9);
const few = { iterations: 10, time: 0, warmupIterations: 2, warmupTime: 0 };

describe('100,000 builds', () => {
  const store = new TestStore(makeBuilds({ count: 100_000, seed: 7, now: NOW, days: 365 }));
  const { rows } = store;
  const errors = new ErrorGroups();
  errors.facts(store.table, NOW);
  while (!errors.work(8));
  const images = new ImageNames();
  images.facts(store.table);
  while (!images.work(8));
  bench('errors: read all texts', () => void readAll(new ErrorGroups(), store), few);
  bench(
    'errors: recount',
    () => {
      // Another answer is wanted, as when builds came.
      store.complete = !store.complete;
      readAll(errors, store);
    },
    few,
  );
  const facts = errors.facts(store.table, NOW);
  // Other rows each time: the last ones are kept.
  bench('errors: pick', () => void errors.pick(facts, rows.slice()), few);
  bench('images: read all names', () => void readAll(new ImageNames(), store), few);
  bench('images: pick', () => void images.pick(images.facts(store.table), rows.slice()), few);
  bench('timeline: read all times', () => void new Timeline().facts(store.table, NOW), few);
  const timeline = new Timeline();
  const times = timeline.facts(store.table, NOW);
  bench('timeline: pick', () => void timeline.pick(times, rows), few);
});

function readAll(insight: ErrorGroups | ImageNames, { table }: TestStore): void {
  insight.facts(table, NOW);
  while (!insight.work(8));
  insight.facts(table, NOW);
}
