import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinsCleanly, searchError, searchText } from './searchText.ts';
import { runs } from './testing/runs.ts';
import { makeVisible } from './text.ts';

const pieces = fc.constantFrom(
  ...[
    'a',
    'B',
    'é',
    'e\u0301',
    'É',
    'ﬁ',
    'fi',
    'ＡＢ',
    'İ',
    'ς',
    'Σ',
    '가',
    '각',
    '①',
    '²',
    'ß',
    ':',
    '*',
  ],
  ...[
    ' ',
    '\t',
    '\n',
    '\r\n',
    '\u00a0',
    '\u3000',
    '\u200b',
    '\u202e',
    '👨‍👩‍👧',
    '❤️',
    '1️⃣',
    '\ud800',
    '\udc00',
  ],
  ...['\u0301', '\u0327', '\u200d', '\ufe0f'],
);
const texts = fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join(''));

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

describe('the form in which texts are searched', () => {
  it.each([
    ['e\u0301', 'é'],
    ['É', 'e\u0301'],
    ['ﬁle', 'FILE'],
    ['ＡＢＣ１２', 'abc12'],
    ['no\tspace\r\nleft', 'no space left'],
    ['no  \n space', 'no space'],
    ['a\u00a0b', 'a b'],
    ['ΑΣ', 'ας'],
    ['a\u202eb', 'a⟨u+202e⟩b'],
  ])('is the same for %j and %j', (a, b) => {
    expect(searchText(a)).toBe(searchText(b));
  });

  it('is for lines of ASCII what it is for any text', () => {
    const letters = fc.constantFrom('a', 'B', '~', ' ', '\t', '\n', '\r', '\v', '\u007f', '\u0000');
    fc.assert(
      fc.property(fc.string({ unit: letters, maxLength: 12 }), (text) => {
        const slowly = makeVisible(text).normalize('NFKD').toLowerCase().replace(/\s+/g, ' ');
        expect(searchText(text)).toBe(slowly);
      }),
      { numRuns: runs(2000) },
    );
  });

  it('holds every part of what a person reads', () => {
    fc.assert(
      fc.property(texts, fc.nat(8), fc.nat(8), (text, from, length) => {
        const shown = [...segmenter.segment(makeVisible(text))].map((part) => part.segment);
        const part = shown.slice(from, from + length).join('');
        expect(searchText(text)).toContain(searchText(part));
        expect(searchText(makeVisible(text))).toBe(searchText(text));
      }),
      { numRuns: runs(2000) },
    );
  });

  it('is made piece by piece where the joint is clean', () => {
    fc.assert(
      fc.property(texts, texts, (left, right) => {
        const isSame = searchText(left + right) === searchText(left) + searchText(right);
        if (joinsCleanly(left, right)) expect(isSame).toBe(true);
        else expect(isSame).toBe(false);
      }),
      { numRuns: runs(2000) },
    );
  });

  it.each([
    ['no sp\u001b[1mace\u001b[0m left', 'no space left'],
    ['\u001b]8;;https://x.test\u0007link\u001b]8;;\u0007', 'link'],
  ])('leaves terminal codes out of the error %j', (error, shown) => {
    expect(searchError(error)).toBe(shown);
    expect(searchText(error)).toContain('⟨u+001b⟩');
  });
});
