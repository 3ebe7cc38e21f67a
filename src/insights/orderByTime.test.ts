import fc from 'fast-check';
import { expect, it } from 'vitest';
import { orderByTime } from './orderByTime.ts';

it('orders as a plain sort does, to the millisecond, unknown times first', () => {
  const time = fc.oneof(
    fc.integer({ min: -5000, max: 5000 }),
    fc.double({ min: -1e11, max: 4e12, noNaN: true }),
    fc.constant(Number.NaN),
    fc.constantFrom(-62_135_596_800_000, 253_402_300_799_999, 2 ** 32 * 1000 - 5001),
  );
  fc.assert(
    fc.property(fc.array(time), (times) => {
      const from = Math.floor(Math.min(...times.filter((one) => !Number.isNaN(one))));
      const key = (at: number) => {
        const one = times[at] ?? Number.NaN;
        return Number.isNaN(one) ? Number.NEGATIVE_INFINITY : Math.floor(one - from);
      };
      const plain = times.map((_, at) => at).sort((a, b) => compare(key(a), key(b)) || a - b);
      expect([...orderByTime(times.length, times)]).toEqual(plain);
    }),
  );
});

function compare(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
