import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stripAnsi } from '../../../lib/stripAnsi.ts';
import { expectLinear } from '../../../lib/testing/expectLinear.ts';
import { LogLines } from './LogLines.ts';

const all = (lines: LogLines) => Array.from({ length: lines.count }, (_, at) => lines.at(at));

const texts = fc.string({
  unit: fc.constantFrom(
    'a',
    ' ',
    '\n',
    '\r',
    '\r\n',
    '\u001b[31m',
    '\u001b[0m',
    '\u001b',
    '\u009b',
  ),
  maxLength: 20,
});

describe('the lines of a log', () => {
  it('are those that an editor counts, without codes and without blank ones at the end', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const lines = stripAnsi(text).split(/\r\n?|\n/);
        while (lines.length > 1 && lines.at(-1)?.trim() === '') lines.pop();
        const read = all(new LogLines(text));
        expect(read.map((line) => line.trimEnd())).toEqual(lines.map((line) => line.trimEnd()));
      }),
    );
  });

  it('are copied from one on as they are shown', () => {
    fc.assert(
      fc.property(texts, fc.nat({ max: 20 }), (text, from) => {
        const lines = new LogLines(text);
        if (from >= lines.count) return;
        expect(lines.from(from)).toBe(all(lines).slice(from).join('\n').trimEnd());
      }),
    );
  });

  it('are counted in proportion to the text', () => {
    expectLinear((text) => new LogLines(text).count);
  }, 60_000);
});
