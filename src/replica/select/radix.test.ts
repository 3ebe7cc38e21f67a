import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../lib/testing/runs.ts';
import { NO_RANK, reversed, sortByKey, sortByRank } from './radix.ts';

const keysOf = fc.array(
  fc.oneof(
    fc.constantFrom(0, -0, 1, -1, Number.NaN, 1e12, 1e12 + 0.001),
    fc.double({ noDefaultInfinity: true }),
  ),
);

function plainSort(keys: readonly number[], isDescending: boolean): number[] {
  const rows = keys.map((_, row) => row).reverse();
  return rows.sort((a, b) => {
    const left = keys[a] ?? 0;
    const right = keys[b] ?? 0;
    const unknown = Number(Number.isNaN(left)) - Number(Number.isNaN(right));
    return unknown || (Number.isNaN(left) ? 0 : (left - right) * (isDescending ? -1 : 1));
  });
}

describe('sortByKey', () => {
  it('sorts as a plain stable sort does, unknown last in both directions', () => {
    fc.assert(
      fc.property(keysOf, fc.boolean(), (keys, isDescending) => {
        const rows = Uint32Array.from(keys.map((_, row) => row).reverse());
        const sorted = sortByKey(rows, Float64Array.from(keys), isDescending);
        expect([...sorted.rows]).toEqual(plainSort(keys, isDescending));
        expect(sorted.known).toBe(keys.filter((key) => !Number.isNaN(key)).length);
        expect([...reversed(sorted).rows]).toEqual(plainSort(keys, !isDescending));
      }),
      { numRuns: runs(1000) },
    );
  });

  it('sorts by ranks as by keys', () => {
    const ranks = fc.array(fc.oneof(fc.nat({ max: 5 }), fc.constant(Number.NaN)));
    fc.assert(
      fc.property(ranks, fc.boolean(), (keys, isDescending) => {
        const rows = Uint32Array.from(keys.map((_, row) => row).reverse());
        const codes = Uint32Array.from(keys, (key) => (Number.isNaN(key) ? NO_RANK : key));
        const sorted = sortByRank(rows, codes, 6, isDescending);
        expect([...sorted.rows]).toEqual(plainSort(keys, isDescending));
        expect([...reversed(sorted).rows]).toEqual(plainSort(keys, !isDescending));
      }),
      { numRuns: runs(500) },
    );
  });
});
