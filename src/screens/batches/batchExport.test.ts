import { expect, it } from 'vitest';
import { buildOf } from '../../contract/testing/builds.ts';
import { Batches } from '../../insights/batches/Batches.ts';
import { batchName } from '../../insights/batches/batchText.ts';
import { TestStore } from '../../insights/testing/TestStore.ts';
import { lensTableOf } from '../frame/lens/LensExport.ts';
import type { BatchRow } from './BatchRow.ts';
import { batchExport } from './batchExport.ts';

it('says of a push what it is of, since when, and how far it is', () => {
  const started = Date.UTC(2026, 10, 20, 9);
  const store = new TestStore(
    Array.from({ length: 12 }, (_, at) =>
      buildOf(`b${at}`, {
        imageName: `swe-gym-${at}`,
        status: at === 0 ? 'FAILED' : 'COMPLETED',
        createdAt: new Date(started + at * 1000).toISOString(),
        startedAt: new Date(started + 60_000).toISOString(),
        completedAt: new Date(started + 120_000).toISOString(),
      }),
    ),
  );
  const now = started + 3_600_000;
  const insight = new Batches();
  insight.facts(store.table, now);
  while (!insight.work(50));
  const facts = insight.facts(store.table, now);
  const picked = insight.pick(facts, store.rows);
  const rows = picked.batches.map(({ batch }): BatchRow => {
    const progress = insight.progress(facts, batch, now);
    const said = { name: batchName(batch), owner: null, end: null, complete: true };
    return { key: batch.id, batch, progress, ...said };
  });
  const exported = lensTableOf(
    batchExport(facts, picked, {
      count: rows.length,
      at: (position) => {
        const row = rows[position];
        if (row === undefined) throw new RangeError('no such row');
        return row;
      },
    }),
  );
  expect(exported.said).toBe('1 batch of 12 builds');
  const cells = exported.cellsAt(0);
  const byField = exported.columns.map(({ field }, at) => [field ?? 'end', cells[at]]);
  expect(Object.fromEntries(byField)).toMatchObject({
    family: 'swe-gym',
    tag: 'v1',
    build_id: 'b0',
    started,
    last_created: started + 11_000,
    state: 'ended',
    images: 12,
    completed: 11,
    failed: 1,
    retries: 0,
    took_seconds: 120_000,
    end: 'took 2 min 00 s',
  });
});
