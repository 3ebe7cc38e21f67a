import { expect, it } from 'vitest';
import { artifactOf, buildOf } from '../../contract/testing/builds.ts';
import { TestStore } from '../testing/TestStore.ts';
import { Batches } from './Batches.ts';

/** The owner of a push of twelve whose paths are as said; the others have none. */
function owner(paths: readonly string[]): string | null {
  const builds = Array.from({ length: 12 }, (_, at) =>
    buildOf(`b${at}`, {
      imageName: `set.task-${at}`,
      imageTag: 'v1',
      createdAt: new Date(Date.UTC(2026, 10, 24) + at * 1000).toISOString(),
      artifacts: [artifactOf(`a${at}`, { fullImagePath: paths[at] ?? null })],
    }),
  );
  const { table } = new TestStore(builds);
  const batches = new Batches();
  batches.facts(table);
  while (!batches.work(8));
  const facts = batches.facts(table);
  const [batch] = facts.batches;
  if (batch === undefined) throw new Error('no batch');
  return batches.owner(facts, batch);
}

it('tells the owner of a push by the paths of its images', () => {
  expect(owner(['prime/ada/set.task-0:v1', 'prime/ada/set.task-1:v1'])).toBe('ada');
  expect(owner(['cm7f0/set.task-0:v1'])).toBe('cm7f0');
});

it('tells none while no path tells, nor where they name several', () => {
  expect(owner([])).toBeNull();
  expect(owner(['prime/ada/other:v1'])).toBeNull();
  expect(owner(['prime/ada/set.task-0:v1', 'prime/bob/set.task-1:v1'])).toBeNull();
});
