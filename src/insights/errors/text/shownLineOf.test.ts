import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchError, searchText } from '../../../lib/searchText.ts';
import { stripAnsi } from '../../../lib/stripAnsi.ts';
import { characters } from '../../../lib/testing/characters.ts';
import { expectLinear } from '../../../lib/testing/expectLinear.ts';
import { firstLine } from '../../../lib/text.ts';
import { shownLineOf } from './shownLineOf.ts';

const log = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '#0 building with "default" instance',
        '#9 12.3 \u001b[31mERROR: no space left on device\u001b[0m',
        '------',
        ' > [5/9] RUN make:',
        '47.2 fatal:\tnot\u0001found ',
        '',
        '\u001b[0m',
        `#3 ${'x'.repeat(1500)} denied`,
        `E: ${'é😀'.repeat(500)}`,
      ),
      fc.string({ unit: characters, maxLength: 8 }),
    ),
    { maxLength: 8 },
  )
  .chain((lines) => fc.constantFrom('\n', '\r\n', '\r').map((end) => lines.join(end)));

describe('the line that stands for an error text', () => {
  it('is the cause, without what tools put before it', () => {
    const text =
      '#0 building with "default" instance\n#9 12.3 \u001b[31mERROR: no space\u001b[0m\n#9 DONE';
    expect(shownLineOf(text)).toEqual({ line: 'ERROR: no space', lineNumber: 2 });
  });

  it('is the first line where no line says more, and empty where none says anything', () => {
    expect(shownLineOf('\u0001\n').line).toBe('\u0001');
    expect(shownLineOf(' \n\u001b[0m').line).toBe('');
  });

  it('is a part of a line of the text, or the first line', () => {
    fc.assert(
      fc.property(log, (text) => {
        const { line, lineNumber } = shownLineOf(text);
        const lines = stripAnsi(text).split(/\r\n?|\n/);
        expect(lines[lineNumber - 1]?.includes(line) || line === firstLine(text)).toBe(true);
        expect(line.length).toBeLessThanOrEqual(1000);
      }),
    );
  });

  it('is found in the text by a search for it', () => {
    fc.assert(
      fc.property(log, (text) => {
        expect(searchError(text)).toContain(searchText(shownLineOf(text).line));
      }),
    );
  });

  it('says something wherever the text does', () => {
    fc.assert(
      fc.property(log, (text) => {
        if (firstLine(text) !== '') expect(shownLineOf(text).line).not.toBe('');
      }),
    );
  });

  it('takes no longer for a hostile text than in proportion to it', () => {
    expectLinear(shownLineOf);
  }, 60_000);
});
