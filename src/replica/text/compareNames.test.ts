import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { characters } from '../../lib/testing/characters.ts';
import { runs } from '../../lib/testing/runs.ts';
import { compareText } from '../../lib/text.ts';
import { compareNames } from './compareNames.ts';

const near = fc.string({
  unit: fc.constantFrom('a', 'A', 'b', '0', '1', '01', '10', '-', '_', '.', '/', ' ', '~'),
  maxLength: 6,
});
const far = fc.string({
  unit: fc.constantFrom(
    'a',
    'l',
    'e',
    '1',
    '-',
    '\u00b7',
    '\u0301',
    'é',
    'ß',
    '\u0662',
    '\0',
    '\n',
    '\ud800',
    '日',
    '\u200b',
  ),
  maxLength: 5,
});
const names = fc.oneof(near, near, far, fc.string({ unit: characters, maxLength: 4 }));

function sameSign(a: string, b: string): void {
  const expected = Math.sign(compareText(a, b));
  expect(Math.sign(compareNames(a, b)), JSON.stringify([a, b])).toBe(expected);
}

describe('compareNames', () => {
  it('orders as compareText does', () => {
    fc.assert(fc.property(names, names, sameSign), { numRuns: runs(5000) });
  });

  it('orders what differs behind a common start as compareText does', () => {
    fc.assert(
      fc.property(names, names, names, (start, a, b) => {
        sameSign(start + a, start + b);
      }),
      { numRuns: runs(3000) },
    );
  });

  it('orders every pair of ASCII characters as compareText does', () => {
    const letters = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));
    for (const a of letters) {
      const wrong = letters.filter(
        (b) =>
          Math.sign(compareNames(`x${a}1`, `x${b}1`)) !==
          Math.sign(compareText(`x${a}1`, `x${b}1`)),
      );
      expect(wrong, JSON.stringify(a)).toEqual([]);
    }
  });

  it('orders every pair of short names as compareText does, strange letters and all', () => {
    const letters = ['a', 'B', '0', '1', '-', '\u0301'];
    const two = ['', ...letters].flatMap((first) => letters.map((second) => first + second));
    const all = [
      '',
      ...two,
      ...two.flatMap((start) => ['1', 'a', '\u0301'].map((end) => start + end)),
    ];
    const wrong = all.flatMap((a) =>
      all
        .filter((b) => Math.sign(compareNames(a, b)) !== Math.sign(compareText(a, b)))
        .map((b) => [a, b]),
    );
    expect(wrong).toEqual([]);
  });

  it.each([98, 99, 100, 101, 102])('orders numbers of %i digits as compareText does', (digits) => {
    const number = '7'.repeat(digits);
    for (const other of [`${number}1`, number.slice(1), `0${number}`, `${number.slice(1)}8`, 'x']) {
      sameSign(number, other);
      sameSign(other, number);
      sameSign(`v${number}a`, `v${other}`);
      sameSign(`long-name-${other}`, `long-name-${number}b`);
    }
  });

  it('orders very long numbers as compareText does', () => {
    sameSign(`v${'9'.repeat(300)}`, `v1${'0'.repeat(300)}`);
    sameSign(`v${'0'.repeat(300)}1`, 'v2');
  });
});
