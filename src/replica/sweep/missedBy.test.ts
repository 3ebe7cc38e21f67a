import { expect, it } from 'vitest';
import { type MissedRows, missedBy } from './missedBy.ts';
import { SeenRows } from './SeenRows.ts';

/** How many such walks it takes until the one row that they miss is gone. */
function walksUntilGone(walk: { proven: boolean; sound: boolean }): number {
  const seen = new SeenRows();
  const missed: MissedRows = new Map();
  seen.see(3, 1, 0);
  seen.see(4, 2, 0);
  for (let walks = 1; walks < 99; walks += 1) {
    const gone = missedBy({ ...walk, since: 2 }, seen, missed);
    expect([...missed.keys()]).toEqual([3]);
    if (gone.length > 0) return walks;
  }
  return Infinity;
}

it.each([
  ['two that proved the list', { proven: true, sound: true }, 2],
  ['two that did so with others', { proven: true, sound: false }, 2],
  ['four that hang together', { proven: false, sound: true }, 4],
  ['twelve others', { proven: false, sound: false }, 12],
])('a row is gone that was missed by %s', (_, walk, walks) => {
  expect(walksUntilGone(walk)).toBe(walks);
});
