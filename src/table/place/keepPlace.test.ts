import fc from 'fast-check';
import { expect, it } from 'vitest';
import { keepPlace } from './keepPlace.ts';
import { positionAt, topOf } from './rowWindow.ts';

function listOf(keys: readonly string[], extras: ReadonlyMap<string, number> = new Map()) {
  const opened = keys.flatMap((key, position) => {
    const extra = extras.get(key);
    return extra === undefined ? [] : [{ position, extra }];
  });
  return {
    count: keys.length,
    rowHeight: 32,
    opened,
    keyAt: (position: number) => keys[position] ?? '',
    positionOf: (key: string) => (keys.includes(key) ? keys.indexOf(key) : null),
  };
}

const keys = fc.uniqueArray(fc.nat({ max: 60 }).map(String), { minLength: 1, maxLength: 40 });
const extras = fc
  .array(fc.tuple(fc.nat({ max: 60 }).map(String), fc.nat({ max: 500 })), { maxLength: 6 })
  .map((pairs) => new Map(pairs));

it('holds the row that is read under its pixel, whatever comes, goes, opens or closes', () => {
  fc.assert(
    fc.property(
      keys,
      keys,
      extras,
      extras,
      fc.nat({ max: 800 }),
      fc.nat({ max: 500 }),
      (old, fresh, openedThen, openedNow, scrollTop, y) => {
        const before = listOf(old, openedThen);
        const after = listOf(fresh, openedNow);
        const read = before.keyAt(positionAt(before, scrollTop + y));
        const to = keepPlace(before, after, { scrollTop, y });
        const now = after.positionOf(read);
        if (now === null) return;
        const then = before.positionOf(read) ?? Number.NaN;
        expect(topOf(now, after) - (to ?? Number.NaN)).toBe(topOf(then, before) - scrollTop);
      },
    ),
  );
});

it('holds the nearest row that is left where the one that was read is gone', () => {
  const before = listOf(['a', 'b', 'c', 'd']);
  expect(keepPlace(before, listOf(['x', 'a', 'd']), { scrollTop: 32, y: 32 })).toBe(0);
  expect(keepPlace(before, listOf(['x', 'y', 'a']), { scrollTop: 32, y: 0 })).toBe(96);
});

it('holds nothing when nothing of what was there is left', () => {
  expect(keepPlace(listOf(['a']), listOf(['b']), { scrollTop: 0, y: 0 })).toBeNull();
  expect(keepPlace(listOf([]), listOf(['b']), { scrollTop: 0, y: 0 })).toBeNull();
});
