import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchError, searchText } from '../../../lib/searchText.ts';
import { LogLines } from './LogLines.ts';
import { LogSearch, MOST_HITS } from './LogSearch.ts';

function found(text: string, searched: string) {
  const lines = new LogLines(text);
  const search = new LogSearch(lines, searched);
  while (!search.work(5)) {
    // Looks through the rest.
  }
  const said = search.hits.map(({ parts }) =>
    parts.map(({ line, start, end }) => `${line + 1}:${lines.at(line).slice(start, end)}`),
  );
  return { said, search };
}

describe('a search in a log', () => {
  it('finds what stands in any line, without case and codes', () => {
    const log = 'one\n#1 \u001b[1mTo\u001b[0mrch and torch\nthree';
    expect(found(log, 'torch').said).toEqual([['2:Torch'], ['2:torch']]);
    expect(found(log, ' ').said).toEqual([]);
    expect(found(log, 'four').said).toEqual([]);
  });

  it('finds what goes over the end of a line', () => {
    expect(found('a no\n  space b', 'no space').said).toEqual([['1:no', '2:  space']]);
  });

  it('finds each hit of a long log once, in blocks and in very long lines', () => {
    const line = `${'x'.repeat(70)} needle\n`;
    expect(found(line.repeat(400), 'needle').said).toHaveLength(400);
    expect(found(line.repeat(2000), 'needle').said).toHaveLength(MOST_HITS);
    const long = `${'x'.repeat(3997)}needle${'x'.repeat(20_000)}needle`;
    expect(found(long, 'needle').said).toEqual([['1:needle'], ['1:needle']]);
  });

  it('finds something wherever the search over the list does, and its marks cover it', () => {
    const unit = fc.constantFrom('a', 'B', ' ', '\n', 'é', 'e\u0301', '\u001b[0m', '😀', '\t');
    const text = fc.string({ unit, maxLength: 12 });
    fc.assert(
      fc.property(text, fc.string({ unit, minLength: 1, maxLength: 3 }), (log, searched) => {
        const needle = searchText(searched);
        if (needle.trim() === '' || needle.includes('\u27e8')) return;
        // Blank lines at the end are no lines of a log.
        const isFound = searchError(log.trimEnd()).includes(needle);
        const { said } = found(log, searched);
        if (isFound && !needle.endsWith(' ')) expect(said.length).toBeGreaterThan(0);
        for (const parts of said) {
          const marked = parts.map((part) => part.slice(part.indexOf(':') + 1)).join('\n');
          expect(searchText(marked)).toContain(needle.trim());
        }
      }),
    );
  });
});
