import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { characters } from '../../../lib/testing/characters.ts';
import { disarm, rearm } from './disarm.ts';

describe('disarm', () => {
  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\rx',
    '\nx',
    '\uff1d1',
    '\uff0b1',
    '\uff0d1',
    '\uff201',
    '\ufe66x',
    ' =1',
    '\u00a0=1',
    '\u200b=1',
    '\ufeff=1',
    '\u0000=1',
    "'=1",
  ])('puts an apostrophe before %j', (cell) => {
    expect(disarm(cell)).toBe(`'${cell}`);
  });

  it.each(['', 'ubuntu:22.04', '2026-11-20T09:00:00', 'a=b', "it's", "'quoted'", '#1'])(
    'leaves %j alone',
    (cell) => {
      expect(disarm(cell)).toBe(cell);
    },
  );

  it('is undone for every text, so that no two cells become one', () => {
    const signs = fc.constantFrom(
      "'",
      '=',
      '+',
      '-',
      '@',
      '\t',
      '\r',
      '\uff1d',
      ' ',
      '\u200b',
      'a',
    );
    const texts = fc.oneof(
      fc.string({ unit: signs, maxLength: 6 }),
      fc.string({ unit: characters }),
    );
    fc.assert(
      fc.property(texts, (cell) => {
        expect(rearm(disarm(cell))).toBe(cell);
        expect(disarm(cell)).not.toMatch(/^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/);
      }),
    );
  });
});
