import { expect, it, vi } from 'vitest';
import { artifactOf, buildOf } from '../../../contract/testing/builds.ts';
import { listOf } from '../../../replica/testing/listOf.ts';
import { followErrorLines, type TableLines } from './followErrorLines.ts';

const failed = (id: string, errorMessage: string) =>
  buildOf(id, { artifacts: [artifactOf(`${id}a`, { errorMessage })] });

function replicaOf(...builds: Parameters<typeof listOf>[0][number][]) {
  let list = listOf(builds);
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  return {
    get table() {
      return list.table;
    },
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    come: (build: (typeof builds)[number]) => {
      list.store.apply([build], 2);
      tell();
    },
    restore: (build: (typeof builds)[number]) => {
      list = listOf([build]);
      tell();
    },
    listeners,
  };
}

const said = ({ table, lines }: TableLines, id: string) =>
  lines.at((table.firstError[table.rowOf(id) ?? 0] ?? 0) - 1);

it('picks what is there, what comes, and anew what another list holds', async () => {
  const replica = replicaOf(failed('b1', '#0 building\nE: one'));
  const found: TableLines[] = [];
  const keep = (lines: TableLines | undefined) =>
    lines === undefined ? found.splice(0) : found.push(lines);
  const stop = followErrorLines(replica, keep);
  await vi.waitFor(() => expect(found.map((one) => said(one, 'b1'))).toEqual(['E: one']), 20_000);
  replica.come(failed('b2', '#0 building\nE: two'));
  await vi.waitFor(
    () => expect(found.slice(1).map((one) => said(one, 'b2'))).toEqual(['E: two']),
    20_000,
  );
  replica.restore(failed('b3', '#0 building\nE: three'));
  // Nothing of the list before is kept.
  expect(found).toEqual([]);
  await vi.waitFor(() => expect(found.map((one) => said(one, 'b3'))).toEqual(['E: three']), 20_000);
  expect(found[0]?.table).toBe(replica.table);
  stop();
  expect(replica.listeners.size).toBe(0);
});

it('says nothing of a list without errors', () => {
  const found = vi.fn();
  followErrorLines(replicaOf(buildOf('b1', { artifacts: [] })), found)();
  expect(found).not.toHaveBeenCalled();
});
