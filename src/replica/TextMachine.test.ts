import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../lib/testing/runs.ts';
import { foldCase } from '../lib/text.ts';
import { TextMachine } from './TextMachine.ts';
import { naiveGlob } from './testing/naive.ts';

const few = fc.string({ unit: fc.constantFrom('a', 'b', '*', ':'), maxLength: 8 });

describe('TextMachine', () => {
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
    expect(new TextMachine({ match: 'contains', text: 'SWE' }).matches(foldCase('my-Swe'))).toBe(
      true,
    );
  });
});
