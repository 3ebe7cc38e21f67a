import { expect, it } from 'vitest';
import { tableOf } from '../../list/testing/tableOf.ts';
import { failuresIn } from './failuresIn.ts';
import { buildOf } from './testing/storeOf.ts';

const failed = { status: 'FAILED' };
const table = tableOf([
  buildOf('c0', { ...failed, createdAt: '2026-11-20T09:00:00Z' }),
  buildOf('c1', { createdAt: '2026-11-01T09:00:00Z' }),
  buildOf('c2', { ...failed, createdAt: '2026-11-18T09:00:00Z' }),
  buildOf('c3', { ...failed, createdAt: 'soon' }),
  buildOf('c4', { status: 'failed', createdAt: '2026-11-19T09:00:00Z' }),
]);

it('counts what failed, and says from when to when it was created', () => {
  expect(failuresIn(table, Uint32Array.of(0, 1, 2, 3, 4))).toEqual({
    failed: 4,
    window: [Date.UTC(2026, 10, 18, 9), Date.UTC(2026, 10, 20, 9)],
  });
});

it('looks at the rows it is given alone, and knows no time where there is none', () => {
  expect(failuresIn(table, Uint32Array.of(1))).toEqual({ failed: 0, window: null });
  expect(failuresIn(table, Uint32Array.of(3))).toEqual({ failed: 1, window: null });
});
