import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchText } from '../../lib/searchText.ts';
import { runs } from '../../lib/testing/runs.ts';
import { naiveGlob } from '../testing/naive.ts';
import { DEAD, TextMachine } from './TextMachine.ts';

const few = fc.string({ unit: fc.constantFrom('a', 'b', '*', ':'), maxLength: 8 });

/** Every text of these letters, up to a length. */
function allTexts(letters: readonly string[], most: number): readonly string[] {
  if (most === 0) return [''];
  const shorter = allTexts(letters, most - 1);
  return ['', ...letters.flatMap((letter) => shorter.map((text) => `${letter}${text}`))];
}

describe('TextMachine', () => {
  it('matches every short text, whole and in two pieces, as the plain definition does', () => {
    const texts = allTexts(['a', 'b'], 5);
    const wrong: string[] = [];
    for (const pattern of [...allTexts(['a', 'b', '*'], 4), 'aab*aab', 'aab*ab*b', '*aba*ab*']) {
      for (const match of ['whole', 'contains'] as const) {
        const machine = new TextMachine({ match, text: pattern });
        for (const text of texts) {
          const expected = match === 'whole' ? naiveGlob(text, pattern) : text.includes(pattern);
          const middle = Math.ceil(text.length / 2);
          const first = machine.run(machine.start, text, 0, middle);
          const second = machine.run(first, text, middle);
          if (machine.matches(text) !== expected || machine.accepts(second) !== expected) {
            wrong.push(`${match} ${pattern} ${text}`);
          }
          if (machine.isSure(first) && !expected) wrong.push(`${match} ${pattern} sure of ${text}`);
          if (first === DEAD && second !== DEAD) wrong.push(`${match} ${pattern} alive at ${text}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it.each([
    ['contains', 'ab', 'xab', true],
    ['contains', 'ab', 'xa', false],
    ['contains', '', '', true],
    ['whole', 'ab*', 'ab', true],
    ['whole', '*ab*', 'xab', true],
    ['whole', '*ab*', 'xa', false],
    ['whole', '*ab', 'xab', false],
    ['whole', 'ab', 'ab', false],
    ['whole', '*', '', true],
    ['whole', '', '', false],
  ] as const)('that %s “%s” is sure after “%s”: %s', (match, text, read, isSure) => {
    const machine = new TextMachine({ match, text });
    const state = machine.run(machine.start, read);
    expect(machine.isSure(state)).toBe(isSure);
    expect(machine.run(state, 'zzz') === state).toBe(isSure);
  });

  it.each([
    ['contains', 'a*b', 'a*b', true],
    ['whole', 'a*bcd*ef', 'bcd', false],
    ['whole', 'ab*cd', 'ab', false],
    ['whole', '*', '', false],
    ['whole', 'abc', 'abc', false],
  ] as const)(
    'that %s “%s” looks for the literal “%s” first',
    (match, text, literal, isLiteral) => {
      const machine = new TextMachine({ match, text });
      expect([machine.literal, machine.isLiteral]).toEqual([literal, isLiteral]);
    },
  );

  it('dies where a whole text cannot match any more, and stays dead', () => {
    const machine = new TextMachine({ match: 'whole', text: 'ab*' });
    expect(machine.run(machine.start, 'b')).toBe(DEAD);
    expect(machine.run(DEAD, 'ab')).toBe(DEAD);
    const plain = new TextMachine({ match: 'whole', text: 'ab' });
    expect(plain.run(plain.start, 'abc')).toBe(DEAD);
  });

  it('matches whole texts as the plain definition does', () => {
    fc.assert(
      fc.property(few, few, (pattern, text) => {
        const machine = new TextMachine({ match: 'whole', text: pattern });
        expect(machine.matches(text)).toBe(naiveGlob(text, pattern));
        if (naiveGlob(text, pattern)) expect(text).toContain(machine.literal);
      }),
      { numRuns: runs(5000) },
    );
  });

  it('finds a literal part, stars and all', () => {
    fc.assert(
      fc.property(few, few, (needle, text) => {
        const machine = new TextMachine({ match: 'contains', text: needle });
        expect(machine.matches(text)).toBe(text.includes(needle));
      }),
      { numRuns: runs(3000) },
    );
  });

  it('reads a text in pieces as it reads it whole', () => {
    const match = fc.constantFrom('whole', 'contains');
    fc.assert(
      fc.property(match, few, fc.array(few, { maxLength: 4 }), (kind, pattern, pieces) => {
        const machine = new TextMachine({ match: kind, text: pattern });
        let state = machine.start;
        for (const piece of pieces) state = machine.run(state, piece);
        expect(machine.accepts(state)).toBe(machine.matches(pieces.join('')));
      }),
      { numRuns: runs(3000) },
    );
  });

  it('reads each character once under a hostile pattern', () => {
    const machine = new TextMachine({ match: 'whole', text: `${'*a'.repeat(5000)}*b` });
    expect(machine.matches('a'.repeat(100_000))).toBe(false);
    expect(machine.matches(`${'a'.repeat(100_000)}b`)).toBe(true);
  });

  it('folds case in the pattern', () => {
    expect(new TextMachine({ match: 'contains', text: 'SWE' }).matches(searchText('my-Swe'))).toBe(
      true,
    );
  });
});
