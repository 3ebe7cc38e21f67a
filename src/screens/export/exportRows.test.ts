import { describe, expect, it } from 'vitest';
import { rowsOf } from '../../replica/testing/listOf.ts';
import { exportRows } from './exportRows.ts';
import { buildOf, faceOf, storeOf } from './testing/storeOf.ts';

const store = storeOf(['c1', 'c2', 'c3', 'c4'].map((id) => buildOf(id)));
const order = rowsOf(store, ['c4', 'c2', 'c1']);
const idsOf = (ticked: readonly string[]) =>
  [...exportRows(faceOf(store), order, new Set(ticked))].map((row) => store.idAt(row));

describe('the rows to export', () => {
  it('are exactly those shown while nothing is ticked', () => {
    expect(idsOf([])).toEqual(['c4', 'c2', 'c1']);
  });

  it('are the ticked ones in the order shown', () => {
    expect(idsOf(['c1', 'c4'])).toEqual(['c4', 'c1']);
  });

  it('are not those that are ticked but hidden, nor ids that are unknown', () => {
    expect(idsOf(['c3', 'c2', 'gone'])).toEqual(['c2']);
    expect(idsOf(['c3', 'gone'])).toEqual([]);
  });
});
