import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstGap, type Stretch, withStretch } from './cover.ts';

const stretch = (from: number, to: number): Stretch => ({ from, to });

describe('withStretch', () => {
  it('keeps stretches apart that do not touch, in order', () => {
    const cover = withStretch(withStretch([], stretch(20, 30)), stretch(0, 10));
    expect(cover).toEqual([stretch(0, 10), stretch(20, 30)]);
  });

  it('merges what touches or overlaps on either side', () => {
    const cover = [stretch(0, 10), stretch(20, 30), stretch(50, 60)];
    expect(withStretch(cover, stretch(10, 20))).toEqual([stretch(0, 30), stretch(50, 60)]);
    expect(withStretch(cover, stretch(9, 21))).toEqual([stretch(0, 30), stretch(50, 60)]);
    expect(withStretch(cover, stretch(31, 49))).toHaveLength(4);
    expect(withStretch(cover, stretch(0, 100))).toEqual([stretch(0, 100)]);
  });

  it('adds nothing where there is nothing', () => {
    const cover = [stretch(0, 10)];
    expect(withStretch(cover, stretch(20, 20))).toEqual(cover);
    expect(withStretch(cover, stretch(25, 20))).toEqual(cover);
  });

  it('covers exactly the positions that were added, whatever the order', () => {
    const pair = fc
      .tuple(fc.nat(40), fc.nat(10))
      .map(([from, length]) => stretch(from, from + length));
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 12 }), (added) => {
        const cover = added.reduce<readonly Stretch[]>(withStretch, []);
        for (let at = 0; at <= 52; at += 1) {
          const holds = (list: readonly Stretch[]) =>
            list.some(({ from, to }) => from <= at && at < to);
          expect(holds(cover)).toBe(holds(added));
        }
        for (let next = 1; next < cover.length; next += 1) {
          expect(cover[next]?.from).toBeGreaterThan(cover[next - 1]?.to ?? Infinity);
        }
      }),
    );
  });
});

describe('firstGap', () => {
  const cover = [stretch(0, 10), stretch(20, 30)];

  it('is what lies between, from the position asked for', () => {
    expect(firstGap(cover, 0)).toEqual(stretch(10, 20));
    expect(firstGap(cover, 12)).toEqual(stretch(12, 20));
    expect(firstGap([stretch(5, 10)], 0)).toEqual(stretch(0, 5));
  });

  it('is without end after the last', () => {
    expect(firstGap(cover, 20)).toEqual(stretch(30, Infinity));
    expect(firstGap(cover, 40)).toEqual(stretch(40, Infinity));
    expect(firstGap([], 7)).toEqual(stretch(7, Infinity));
  });
});
