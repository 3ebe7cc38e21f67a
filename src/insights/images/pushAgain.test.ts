import { expect, it } from 'vitest';
import { buildOf } from '../../contract/testing/builds.ts';
import { NOW } from '../testing/arbitraryBuilds.ts';
import { TestStore } from '../testing/TestStore.ts';
import { ImageNames } from './ImageNames.ts';
import { pushAgain, pushAgainInParts } from './pushAgain.ts';

it('counts many builds in parts, which make what is counted at once', () => {
  const store = new TestStore(
    Array.from({ length: 5000 }, (_, at) =>
      buildOf(`b${at}`, { imageName: `image-${at % 3000}`, status: 'FAILED' }),
    ),
  );
  const names = new ImageNames();
  names.facts(store.table);
  while (!names.work(8));
  const facts = names.facts(store.table);
  const parts = pushAgainInParts(facts, store.rows, NOW);
  let count = 0;
  let next = parts.next();
  for (; !next.done; next = parts.next()) count += 1;
  // Of rows and of names alike.
  expect(count).toBeGreaterThan(5);
  expect(next.value).toEqual(pushAgain(facts, store.rows, NOW));
  expect(next.value.lines).toHaveLength(3000);
});
