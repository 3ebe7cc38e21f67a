import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchText } from '../../lib/searchText.ts';
import { runs } from '../../lib/testing/runs.ts';
import { texts } from '../testing/arbitraryBuilds.ts';
import { naiveGlob } from '../testing/naive.ts';
import { TextHits } from './TextHits.ts';
import { TextMachine } from './TextMachine.ts';
import { TextPool } from './TextPool.ts';
import { TextTable } from './TextTable.ts';

const LONG = `${'x'.repeat(70_000)}Needle`;
/** Enough for several chunks, among them one whose letters grow in lower case, and long texts. */
const many = Array.from({ length: 3000 }, (_, at) => {
  if (at === 1500) return 'İstanbul İ';
  if (at === 7 || at === 2999) return LONG;
  if (at % 500 === 3) return '';
  return `Name-${at % 700}/${at}`;
});

function poolOf(list: readonly string[]): TextPool {
  const pool = new TextPool();
  for (const text of list) pool.push(text);
  return pool;
}

/** Searches as one pattern. */
function search(hits: TextHits, match: 'contains' | 'whole', text: string) {
  const { marks, count } = hits.of(new TextMachine({ match, text }));
  return { found: [...marks.keys()].filter((at) => marks[at] === 1), count };
}

function naiveSearch(list: readonly string[], match: 'contains' | 'whole', wanted: string) {
  const needle = searchText(wanted);
  const found = [...list.keys()].filter((at) => {
    const text = searchText(list[at] ?? '');
    return match === 'contains' ? text.includes(needle) : naiveGlob(text, needle);
  });
  return { found, count: found.length };
}

describe('TextPool', () => {
  it('gives every text back, in chunks and out of them', () => {
    const pool = poolOf(many);
    expect([...pool]).toEqual(many);
    expect(many.every((text, at) => pool.is(at, text))).toBe(true);
    expect(many.some((text, at) => pool.is(at, `${text}x`))).toBe(false);
    expect([...TextPool.unpack(structuredClone(pool.pack()))]).toEqual(many);
  });

  it('tells a very long text from an empty one', () => {
    const pool = poolOf(many);
    for (const at of [7, 2999]) {
      expect([LONG, '', `${LONG}x`].map((text) => pool.is(at, text))).toEqual([true, false, false]);
      expect([...pool.longOnes.keys()]).toContain(at);
    }
    expect(pool.is(3, '')).toBe(true);
    expect(pool.is(4, '')).toBe(false);
  });

  it('tells texts from their starts and from their neighbours', () => {
    const pool = poolOf(['ab', 'abc', 'b', ...many]);
    expect(['ab', 'abc', 'a', '', 'ab\nabc', 'xb'].map((text) => pool.is(0, text))).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
  });

  it('keeps a text of 65,536 characters among the others, and a longer one apart', () => {
    const pool = poolOf(['x'.repeat(65_536), 'x'.repeat(65_537)]);
    expect([...pool.longOnes.keys()]).toEqual([1]);
    expect([...pool].map((text) => text.length)).toEqual([65_536, 65_537]);
  });

  it('counts its chunks', () => {
    expect(new TextPool().chunkCount).toBe(0);
    expect(poolOf(many.slice(0, 1)).chunkCount).toBe(1);
    expect(poolOf(many.slice(0, 1024)).chunkCount).toBe(1);
    expect(poolOf(many.slice(0, 1025)).chunkCount).toBe(2);
  });

  it('packs the texts asked for, in their order', () => {
    const pool = poolOf(many);
    for (const numbers of [[], [2999, 7, 0], [...many.keys()].reverse(), [...many.keys()]]) {
      const packed = structuredClone(pool.pack(Uint32Array.from(numbers)));
      expect([...TextPool.unpack(packed)]).toEqual(numbers.map((at) => many[at]));
    }
  });

  it('knows how long each text is, and all of them', () => {
    const pool = poolOf(many);
    expect(many.map((_, at) => pool.lengthAt(at))).toEqual(many.map((text) => text.length));
    expect([pool.lengthAt(9999), pool.at(9999)]).toEqual([0, '']);
    const length = many.reduce((sum, text) => sum + text.length, 0);
    expect([pool.length, TextPool.unpack(pool.pack()).length]).toEqual([length, length]);
  });

  it('packs the length of each text', () => {
    const { chunks, lengths, long } = poolOf(['ab', '', 'c', LONG]).pack();
    expect(chunks).toEqual(['ab\n\nc\n']);
    expect([...lengths]).toEqual([2, 0, 1, 0]);
    expect([...long]).toEqual([[3, LONG]]);
    const whole = poolOf(many.slice(100, 1124)).pack();
    expect(whole.chunks).toHaveLength(1);
    expect([...whole.lengths]).toEqual(many.slice(100, 1124).map((text) => text.length));
  });

  it.each([
    ['is no object', null],
    ['has no chunks', { chunks: undefined }],
    ['has chunks that are no list', { chunks: { length: 1 } }],
    ['has a chunk that is no text', { chunks: [{ length: 4 }] }],
    ['has a chunk too many', { chunks: ['ab\nc', ''] }],
    ['has no chunk', { chunks: [] }],
    ['has a chunk that is cut', { chunks: ['ab\n'] }],
    ['has lengths that are no numbers', { lengths: [2, 1] }],
    ['has lengths that are too long', { lengths: Uint32Array.of(2, 2) }],
    ['has long texts in an object', { long: {} }],
    ['has a long text beyond its end', { long: new Map([[2, 'x']]) }],
    ['has a long text in place of another', { long: new Map([[1, 'x']]) }],
    [
      'has a long text that is no text',
      { lengths: Uint32Array.of(4, 0), chunks: ['ab\nc\n'], long: new Map([[1, 5]]) },
    ],
    [
      'has a long text of no number',
      { lengths: Uint32Array.of(4, 0), chunks: ['ab\nc\n'], long: new Map([['1', 'x']]) },
    ],
  ])('is not unpacked where it %s', (_, change) => {
    const packed = poolOf(['ab', 'c']).pack();
    expect([...TextPool.unpack(packed)]).toEqual(['ab', 'c']);
    expect(() => TextPool.unpack(change && { ...packed, ...change })).toThrow(TypeError);
  });

  it('is made ready to be searched in parts, none of which takes long', () => {
    const logs = Array.from({ length: 2100 }, (_, at) => `Step ${at}\n`.padEnd(1500, 'Log '));
    let letters = 0;
    const pool = new TextPool((text) => {
      letters += text.length;
      return searchText(text);
    });
    for (const log of logs) pool.push(log);
    expect(letters).toBe(0);
    const parts: number[] = [];
    while (pool.foldNext()) {
      parts.push(letters);
      letters = 0;
    }
    expect(Math.max(...parts)).toBeLessThan(102_000);
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(2048 * 1500);
    expect(search(new TextHits(pool), 'contains', 'step 2047').found).toEqual([2047]);
    expect(letters).toBe((2100 - 2048) * 1500);
  });

  it.each([0, 1, 5, 17, 1000])('is searched as well when %i parts of it are ready', (parts) => {
    const pool = poolOf(many);
    for (const log of many) pool.push(`${log}\n${'Log '.repeat(300)}`);
    for (let part = 0; part < parts; part += 1) pool.foldNext();
    const all = [...pool];
    for (const needle of ['name-12/', 'i̇', ' log']) {
      const expected = naiveSearch(all, 'contains', needle);
      expect(search(new TextHits(pool), 'contains', needle)).toEqual(expected);
    }
  });

  it('takes more texts after it was packed and unpacked', () => {
    const pool = TextPool.unpack(poolOf(many).pack());
    for (const text of many) pool.push(text);
    expect([...pool]).toEqual([...many, ...many]);
  });
});

describe('TextTable', () => {
  it('gives each text one code, kept through packing', () => {
    const table = new TextTable();
    const codes = many.map((text) => table.codeFor(text));
    const again = TextTable.unpack(structuredClone(table.pool.pack()));
    for (const one of [table, again]) {
      expect(many.map((text) => one.codeFor(text))).toEqual(codes);
      expect(codes.map((code) => one.at(code))).toEqual(many);
      expect(one.size).toBe(new Set(many).size);
      expect(one.find('absent')).toBe(-1);
      expect(one.codeFor('absent')).toBe(new Set(many).size);
    }
  });
});

describe('TextHits', () => {
  it('finds what a plain search finds, as one types and as texts come', () => {
    const needles = ['', 'n', 'na', 'name-1', 'name-12/', 'name-12/12', 'needle', 'i', 'i̇', '\n'];
    const pool = new TextPool();
    const hits = new TextHits(pool);
    for (const size of [700, 1024, 1025, 3000]) {
      for (const text of many.slice(pool.size, size)) pool.push(text);
      for (const needle of needles) {
        const expected = naiveSearch(many.slice(0, size), 'contains', needle);
        expect(search(hits, 'contains', needle), needle).toEqual(expected);
      }
      for (const glob of ['*', 'name-1*', '*99', 'n*1/*1', 'name-3/3', 'x*e', '']) {
        const expected = naiveSearch(many.slice(0, size), 'whole', glob);
        expect(search(hits, 'whole', glob), glob).toEqual(expected);
      }
    }
  });

  it('finds what a plain search finds in odd texts', () => {
    const lists = fc.array(texts, { maxLength: 20 });
    const asked = fc.array(
      fc.tuple(fc.constantFrom('contains' as const, 'whole' as const), texts),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(lists, lists, asked, (first, more, patterns) => {
        const pool = poolOf(first);
        const hits = new TextHits(pool);
        for (const [match, text] of patterns) {
          expect(search(hits, match, text)).toEqual(naiveSearch(first, match, text));
        }
        for (const text of more) pool.push(text);
        for (const [match, text] of patterns) {
          expect(search(hits, match, text)).toEqual(naiveSearch([...first, ...more], match, text));
        }
      }),
      { numRuns: runs(1000) },
    );
  });
});
