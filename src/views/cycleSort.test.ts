import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../lib/testing/runs.ts';
import type { SortColumn, SortKey } from '../list/Query.ts';
import { makeView, SORT_COLUMNS } from './address/View.ts';
import { cycleSort, effectiveKey } from './cycleSort.ts';

const print = (sort: readonly SortKey[]) =>
  sort.map(({ column, descending }) => `${descending ? '-' : ''}${column}`).join(',');
function clicks(...columns: (SortColumn | `+${SortColumn}`)[]): string[] {
  let sort: readonly SortKey[] = [];
  return columns.map((click) => {
    const column = SORT_COLUMNS.find((one) => click === one || click === `+${one}`) ?? 'id';
    sort = cycleSort(sort, column, click.startsWith('+'));
    return print(sort);
  });
}

describe('clicking a header', () => {
  it('sorts, reverses, and is back at the default', () => {
    expect(clicks('image', 'image', 'image')).toEqual(['image', '-image', '']);
    expect(clicks('duration', 'duration', 'duration')).toEqual(['-duration', 'duration', '']);
    expect(clicks('status', 'started', 'image')).toEqual(['status', '-started', 'image']);
  });

  it('reverses Created at once, since newest first is the default', () => {
    expect(clicks('created', 'created')).toEqual(['created', '']);
    expect(clicks('image', 'created', 'created')).toEqual(['image', '', 'created']);
  });

  it('adds further columns with shift', () => {
    expect(clicks('status', '+duration', '+duration', '+duration')).toEqual([
      'status',
      'status,-duration',
      'status,duration',
      'status',
    ]);
    expect(clicks('status', '+image', '+status', '+status')).toEqual([
      'status',
      'status,image',
      '-status,image',
      'image',
    ]);
    expect(clicks('+image', '+created')).toEqual(['image', 'image,-created']);
    expect(clicks('status', '+image', 'image')).toEqual(['status', 'status,image', 'image']);
  });

  it('is never without effect, and comes round in three', () => {
    const keys = fc.record({ column: fc.constantFrom(...SORT_COLUMNS), descending: fc.boolean() });
    fc.assert(
      fc.property(
        fc.array(keys, { maxLength: 3 }).map((sort) => makeView({ sort }).sort),
        fc.constantFrom(...SORT_COLUMNS),
        fc.boolean(),
        (sort, column, additive) => {
          const next = makeView({ sort: cycleSort(sort, column, additive) }).sort;
          expect(next).not.toEqual(sort);
        },
      ),
      { numRuns: runs(2000) },
    );
  });

  it('knows the direction that shows', () => {
    expect(effectiveKey([], 'created')).toEqual({ column: 'created', descending: true });
    expect(effectiveKey([], 'image')).toBeUndefined();
    const image = { column: 'image', descending: false } as const;
    expect(effectiveKey([image], 'created')).toBeUndefined();
    expect(effectiveKey([{ column: 'tag', descending: true }, image], 'image')).toBe(image);
  });
});
