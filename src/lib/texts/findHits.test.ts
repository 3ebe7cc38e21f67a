import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchText } from '../searchText.ts';
import { characters } from '../testing/characters.ts';
import { expectLinear } from '../testing/expectLinear.ts';
import { findHits } from './findHits.ts';

const parts = (text: string, searched: string, most = 100) =>
  findHits(text, searchText(searched), most).map(({ start, end }) => text.slice(start, end));

const letters = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('a', 'B', ' ', '\n', '\t', '\r\n', '1', 'é', 'e\u0301') },
  {
    weight: 2,
    arbitrary: fc.constantFrom('ﬁ', 'Σ', 'ς', 'İ', '\u200b', '가', '😀', '1\ufe0f\u20e3'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('👩‍👧', '\u200d', '\ufe0f', '\ud800', '\u0001', '\u3000'),
  },
  characters,
);
/** Texts go block by block: long ones have hits across the edges. */
const fillers = fc.constantFrom('', '', 'x'.repeat(505), 'é '.repeat(300), '构建'.repeat(260));
const texts = fc.string({ unit: letters, maxLength: 12 });

describe('finding hits', () => {
  it('finds them as they are written, whatever the case and the white space', () => {
    expect(parts('No  space\nleft, no space', 'no space')).toEqual(['No  space', 'no space']);
    expect(parts('x\r\n  space left', ' space')).toEqual(['\r\n  space']);
    expect(parts('aaaa', 'aa')).toEqual(['aa', 'aa']);
    expect(parts('aaaa', 'aa', 1)).toEqual(['aa']);
    expect(parts('abc', 'x')).toEqual([]);
    expect(parts('abc', '')).toEqual([]);
  });

  it('takes whole letters, however they are put together', () => {
    expect(parts('cafe\u0301 ﬁle', 'é')).toEqual(['e\u0301']);
    expect(parts('cafe\u0301 ﬁle', 'ile')).toEqual(['ﬁle']);
    expect(parts('我们的构建失败了', '构建')).toEqual(['构建']);
    expect(parts('a\u200bb', 'U+200B')).toEqual(['\u200b']);
  });

  it('covers the hit wherever a search finds the text', () => {
    fc.assert(
      fc.property(texts, texts, texts, fillers, (before, searched, after, filler) => {
        const text = before + filler + searched + filler + after;
        const needle = searchText(searched);
        const hits = findHits(text, needle, 100);
        expect(hits.length > 0).toBe(needle !== '' && searchText(text).includes(needle));
        let from = 0;
        for (const { start, end } of hits) {
          expect(start).toBeGreaterThanOrEqual(from);
          expect(end).toBeGreaterThanOrEqual(start);
          from = end;
        }
        const [first] = hits;
        if (first) expect(searchText(text.slice(first.start, first.end))).toContain(needle.trim());
      }),
    );
  });

  it('takes no longer for a hostile text than in proportion to it', () => {
    // A search that finds nothing, or its last letters.
    expectLinear((text) => findHits(text, 'nowhere', 10));
    const last = (text: string) => findHits(text, searchText(text.slice(-3)), 1);
    for (const shape of ['é', ' ', 'x', '\u0001']) {
      expect(last(shape.repeat(200_000)).length, shape).toBe(1);
    }
  }, 60_000);
});
