import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { stripAnsi } from './stripAnsi.ts';
import { runs } from './testing/runs.ts';
import { compareText, cutEnd, firstLine, foldCase, makeVisible, middleCut } from './text.ts';

const esc = '\u001b';
/** One letter under a hundred accents: wider than a grapheme is looked for. */
const zalgo = `e${'\u0301'.repeat(100)}`;
const family = '👨‍👩‍👧‍👦';
const heart = '❤️';
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
const graphemes = (text: string) => [...segmenter.segment(text)].map((part) => part.segment);

/** Any UTF-16, lone surrogates too. */
const anyText = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
  .map((units) => String.fromCharCode(...units));
const wildText = fc
  .array(
    fc.oneof(
      fc.constantFrom(family, heart, '🇩🇪', 'e\u0301', 'ก็', '\u202e', '\u200d', '\r\n', '1️⃣', '👍🏽'),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 }),
      fc.constantFrom(...'abc/:-.'),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

describe('compareText', () => {
  it('puts numbers in their order and ignores case', () => {
    const names = ['v10', 'V9', 'v9', 'app', 'App', 'äpp', 'b'];
    expect(names.sort(compareText)).toEqual(['App', 'app', 'äpp', 'b', 'V9', 'v9', 'v10']);
  });

  it('is a strict total order', () => {
    fc.assert(
      fc.property(wildText, wildText, wildText, (a, b, c) => {
        expect(Math.sign(compareText(a, b)) + Math.sign(compareText(b, a))).toBe(0);
        expect(compareText(a, b) === 0).toBe(a === b);
        if (compareText(a, b) < 0 && compareText(b, c) < 0) {
          expect(compareText(a, c)).toBeLessThan(0);
        }
      }),
      { numRuns: runs(500) },
    );
  });
});

describe('foldCase', () => {
  it('finds a part of a text whatever its case', () => {
    const word = fc.string({ unit: fc.constantFrom(...'aAßẞΣσςİıÉé🇩𐐀 -'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, word, (a, b, c) => {
        expect(foldCase(a + b + c)).toContain(foldCase(b));
        expect(foldCase(foldCase(a))).toBe(foldCase(a));
      }),
      { numRuns: runs(1000) },
    );
  });
});

describe('stripAnsi', () => {
  it.each([
    [`${esc}[31mred${esc}[0m`, 'red'],
    [`${esc}[38;5;196mred${esc}[39m plain`, 'red plain'],
    [`${esc}[2K${esc}[1Gdone`, 'done'],
    [`\u009b31mred`, 'red'],
    [`${esc}]8;;https://x.test${esc}\\link${esc}]8;;${esc}\\`, 'link'],
    [`${esc}]0;title\u0007text`, 'text'],
    [`\u009d0;title\u009ctext`, 'text'],
    [`${esc}P1;2q#0${esc}\\after`, 'after'],
    [`${esc}(Btext${esc}7${esc}c`, 'text'],
    [`${esc}]0;never closed\nnext line`, '0;never closed\nnext line'],
    ['plain [31m text', 'plain [31m text'],
  ])('cleans %j', (text, clean) => {
    expect(stripAnsi(text)).toBe(clean);
  });

  it('only ever removes, and leaves text without codes alone', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const clean = stripAnsi(text);
        expect(isSubsequence(clean, text)).toBe(true);
        if (!/[\u001b\u0080-\u009f]/.test(text)) expect(clean).toBe(text);
      }),
      { numRuns: runs(500) },
    );
  });
});

describe('makeVisible', () => {
  it.each([
    ['app:latest', 'app:latest'],
    ['naïve-名前', 'naïve-名前'],
    ['exe\u202egpj', 'exe⟨U+202E⟩gpj'],
    ['a\u200bb', 'a⟨U+200B⟩b'],
    ['a\u200db', 'a⟨U+200D⟩b'],
    ['a\ufe0f', 'a⟨U+FE0F⟩'],
    ['a\u{e0041}b', 'a⟨U+E0041⟩b'],
    ['a\u3164b', 'a⟨U+3164⟩b'],
    ['a\u0000b', 'a⟨U+0000⟩b'],
    ['a\ud800b', 'a⟨U+D800⟩b'],
    ['\udc00\ud800', '⟨U+DC00⟩⟨U+D800⟩'],
    ['\ufeffa', '⟨U+FEFF⟩a'],
    ['a\u2028b', 'a⟨U+2028⟩b'],
    [`${family} ${heart} 👍🏽 1️⃣ 🏳️‍🌈`, `${family} ${heart} 👍🏽 1️⃣ 🏳️‍🌈`],
    [`👨\u200d`, '👨⟨U+200D⟩'],
    ['a\nb\tc\rd\r\ne', 'a b c d e'],
  ])('shows %j', (text, shown) => {
    expect(makeVisible(text)).toBe(shown);
  });

  it('keeps lines and tabs where many lines are shown', () => {
    expect(makeVisible('a\n\tb\r\nc\rd', true)).toBe('a\n\tb\nc\nd');
  });

  it('leaves nothing that hides outside an emoji, and is done after one pass', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, wildText), (text) => {
        const shown = makeVisible(text);
        expect(shown).not.toMatch(/[\p{Cc}\p{Cs}\p{Bidi_Control}\p{Zl}\p{Zp}\u200b\ufeff]/u);
        expect(shown).not.toMatch(/[\p{L}\p{P}]\p{Default_Ignorable_Code_Point}/u);
        expect(makeVisible(shown)).toBe(shown);
      }),
      { numRuns: runs(1000) },
    );
  });
});

describe('cutEnd', () => {
  it.each([
    ['short', 5, 'short'],
    ['longer', 5, 'longe…'],
    [`${family}${family}${family}`, 2, `${family}${family}…`],
    [`${family}${family}`, 2, `${family}${family}`],
    ['e\u0301e\u0301', 1, 'e\u0301…'],
    ['abc', 0, '…'],
    ['', 0, ''],
  ])('cuts %j to %d', (text, most, cut) => {
    expect(cutEnd(text, most)).toBe(cut);
  });

  it('keeps whole graphemes of the start, as many as asked', () => {
    fc.assert(
      fc.property(wildText, fc.nat({ max: 20 }), (text, most) => {
        const all = graphemes(text);
        const expected = all.length <= most ? text : `${all.slice(0, most).join('')}…`;
        expect(cutEnd(text, most)).toBe(expected);
      }),
      { numRuns: runs(500) },
    );
  });

  it('shows no half of a grapheme', () => {
    expect(cutEnd(zalgo.repeat(10), 4)).toBe(`${zalgo}…`);
  });

  it('stays small where one grapheme is endless', () => {
    const cut = cutEnd(`e${'\u0301'.repeat(100_000)}`, 10);
    expect(cut.length).toBeLessThan(1000);
    expect(cut.endsWith('…')).toBe(true);
  });
});

describe('middleCut', () => {
  it.each([
    ['prime/acme/app:v1', 40, 'prime/acme/app:v1'],
    ['prime/acme/app:v1', 8, 'prim…p:v1'],
    ['prime/acme/app:v1', 7, 'prim…:v1'],
    [`${family}abc${family}`, 2, `${family}…${family}`],
    ['abc', 1, 'a…'],
    ['abc', 0, '…'],
  ])('cuts %j to %d', (text, most, cut) => {
    expect(middleCut(text, most)).toBe(cut);
  });

  it('keeps whole graphemes of both ends, as many as asked', () => {
    fc.assert(
      fc.property(wildText, fc.integer({ min: 1, max: 20 }), (text, most) => {
        const all = graphemes(text);
        const cut = middleCut(text, most);
        if (all.length <= most) expect(cut).toBe(text);
        else {
          const tail = Math.floor(most / 2);
          const end = tail === 0 ? '' : all.slice(-tail).join('');
          expect(cut).toBe(`${all.slice(0, most - tail).join('')}…${end}`);
        }
      }),
      { numRuns: runs(500) },
    );
  });

  it('shows no half of a grapheme', () => {
    expect(middleCut(zalgo.repeat(10), 4)).toBe(`${zalgo}…${zalgo}`);
  });

  it('reads only the ends of a huge text', () => {
    expect(middleCut(`start${'x'.repeat(1_000_000)}end`, 6)).toBe('sta…end');
    expect(middleCut(`e${'\u0301'.repeat(100_000)}`, 10).length).toBeLessThan(1000);
  });
});

function isSubsequence(part: string, whole: string): boolean {
  let at = 0;
  for (let index = 0; index < whole.length && at < part.length; index += 1) {
    if (whole[index] === part[at]) at += 1;
  }
  return at === part.length;
}

describe('the first line', () => {
  it('is what a reader sees first, without colours and blank lines', () => {
    expect(firstLine('\n\u001b[31m#0 building\u001b[0m with "default"\r\nrest')).toBe(
      '#0 building with "default"',
    );
    expect(firstLine('')).toBe('');
    expect(firstLine('one')).toBe('one');
  });
});

describe('a huge text', () => {
  it('is cut without being read: what is told apart is no more than what is shown', () => {
    const segment = vi.spyOn(Intl.Segmenter.prototype, 'segment');
    cutEnd('é'.repeat(1_000_000), 300);
    middleCut('é'.repeat(1_000_000), 300);
    const read = segment.mock.calls.reduce((sum, [text]) => sum + text.length, 0);
    segment.mockRestore();
    expect(read).toBeGreaterThan(600);
    expect(read).toBeLessThan(50_000);
  });

  it('is made visible in pieces without a seam to be seen', () => {
    const text = `a${family}\u200b`.repeat(9000);
    expect(makeVisible(text) === `a${family}⟨U+200B⟩`.repeat(9000)).toBe(true);
    expect(makeVisible(`a${'𐀀'.repeat(50_001)}`) === `a${'𐀀'.repeat(50_001)}`).toBe(true);
  });

  it('has its first line found behind any number of blank ones', () => {
    expect(firstLine(`${' \u001b[0m\n'.repeat(9000)}left \nright`)).toBe('left ');
    expect(firstLine(' \u001b[0m\n'.repeat(9000))).toBe('');
  });
});
