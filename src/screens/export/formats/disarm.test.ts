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

  it.each([
    ["boom\n=cmd|'/c calc'!A1", "boom\n'=cmd|'/c calc'!A1"],
    ['x\t=1+1', "x\t'=1+1"],
    ['x; =1+1', "x;' =1+1"],
    ['x\r\n-1', "x\r\n'-1"],
    ['x\u2028@SUM', "x\u2028'@SUM"],
    ['\t=1', "'\t'=1"],
    ["x;'=1", "x;''=1"],
    ['=1;=2;\n=3', "'=1;'=2;\n'=3"],
  ])('puts one before %j in mid cell too, where another separator begins a cell', (cell, safe) => {
    expect(disarm(cell)).toBe(safe);
    expect(rearm(safe)).toBe(cell);
  });

  it.each([
    '1.10',
    '007',
    '22.04',
    '1e5',
    '12345e67',
    '3-4',
    '3/4',
    '12:30',
    '1,5',
    '50 %',
    '$5',
    ' 007 ',
    'TRUE',
    'false',
    'MAR1',
    'sept-2',
    '1 Dec 2026',
    '9'.repeat(100),
    "'007",
  ])('keeps %j from becoming a number, a date or a truth', (cell) => {
    expect(disarm(cell)).toBe(`'${cell}`);
    expect(rearm(disarm(cell))).toBe(cell);
  });

  it.each([
    '',
    'ubuntu:22.04',
    '2026-11-20T09:00:00Z',
    'v1',
    '1.10-rc1',
    'a=b',
    "it's",
    "'quoted'",
    'a; b',
    'x\ny',
  ])('leaves %j alone', (cell) => {
    expect(disarm(cell)).toBe(cell);
  });

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
      ';',
      '\n',
      '\u2028',
      '1',
      '.',
      'e',
      ' ',
      '\u200b',
      'a',
    );
    const texts = fc.oneof(
      fc.string({ unit: signs, maxLength: 8 }),
      fc.string({ unit: characters }),
    );
    fc.assert(
      fc.property(texts, (cell) => {
        expect(rearm(disarm(cell))).toBe(cell);
        expect(disarm(cell)).not.toMatch(/^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/);
        for (const part of disarm(cell).split(/[;\t\r\n]/)) {
          expect(part).not.toMatch(/^[\s\u200b]*[=+\-@\uff1d\uff0b\uff0d\uff20]/);
        }
      }),
    );
  });
});
