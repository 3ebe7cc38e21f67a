import fc from 'fast-check';
import { expect, it } from 'vitest';
import { orderByCount } from './orderByCount.ts';
import { orderByKey } from './orderByKey.ts';

const codesOf = (values: readonly unknown[]) => Uint32Array.from(values, (_, code) => code);

it('puts the highest count first and leaves equal ones as they stand', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9)), (counts) => {
      const codes = codesOf(counts).reverse();
      const plain = [...codes].sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0));
      expect([...orderByCount(codes, counts)]).toEqual(plain);
    }),
  );
});

it('puts the lowest key first, equal ones as they stand, and unknown ones behind', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.integer(), fc.constant(Number.NaN))), (keys) => {
      const codes = codesOf(keys).reverse();
      const unknown = (code: number) => Number(Number.isNaN(keys[code]));
      const plain = [...codes].sort(
        (a, b) => unknown(a) - unknown(b) || (keys[a] ?? 0) - (keys[b] ?? 0) || 0,
      );
      const found = orderByKey(codes, (code) => keys[code] ?? 0);
      expect([...found]).toEqual(plain);
    }),
  );
});
