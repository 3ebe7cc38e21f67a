import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readNextLetters } from './nextLetters.ts';
import { TextHits } from './TextHits.ts';
import { TextMachine } from './TextMachine.ts';
import { TextPool } from './TextPool.ts';

let pool: TextPool;
let hits: TextHits;

beforeEach(() => {
  pool = new TextPool();
  hits = new TextHits(pool);
});

const find = (text: string, match: 'contains' | 'whole' = 'contains', of = hits) =>
  of.of(new TextMachine({ match, text }));
const numbers = ({ marks }: { marks: Uint8Array }) =>
  [...marks.keys()].filter((at) => marks[at] === 1);

/** Reads in parts as small as they come; returns how many there were. */
function readAll(...searched: TextHits[]): number {
  const read = readNextLetters(() => searched);
  let parts = 1;
  while (!read(0)) parts += 1;
  return parts;
}

function fill(...texts: string[]): void {
  for (const text of texts) pool.push(text);
}

describe('letters read ahead', () => {
  it('tell what a search for one letter more finds, without a look at any text', () => {
    fill('python', 'pyre', 'apy', 'PYTHIA', 'other', 'pypyt', 'py-t');
    find('py');
    readAll(hits);
    const looks = [vi.spyOn(pool, 'foldedChunk'), vi.spyOn(pool, 'holds')];
    expect(find('pyt')).toMatchObject({ count: 3 });
    expect(numbers(find('pyt'))).toEqual([0, 3, 5]);
    expect(numbers(find('pyr'))).toEqual([1]);
    expect(find('pyz').count).toBe(0);
    for (const look of looks) expect(look).not.toHaveBeenCalled();
  });

  it('hold for letters from a to z: anything else is looked for', () => {
    fill('ab1', 'abz', 'aba', 'ab{', 'ab`', 'abé');
    find('ab');
    readAll(hits);
    for (const [text, at] of [
      ['ab1', 0],
      ['abz', 1],
      ['aba', 2],
      ['ab{', 3],
      ['ab`', 4],
    ] as const) {
      expect(numbers(find(text))).toEqual([at]);
    }
    expect(numbers(find('abé'))).toEqual([5]);
  });

  it('are those of the latest search, and of a literal alone', () => {
    fill('abc', 'abd', 'axc');
    find('ab');
    readAll(hits);
    find('a*c', 'whole');
    readAll(hits);
    expect(hits.ahead?.literal).toBe('ab');
    expect(numbers(find('a*', 'whole'))).toEqual([0, 1, 2]);
    expect(numbers(find('ax'))).toEqual([2]);
    readAll(hits);
    expect(hits.ahead?.literal).toBe('ax');
    expect(numbers(find('abd'))).toEqual([1]);
    expect(numbers(find('axc'))).toEqual([2]);
  });

  it('are not read of nothing, nor twice', () => {
    fill('abc');
    expect(readAll(hits)).toBe(1);
    find('');
    readAll(hits);
    expect(hits.ahead).toBeNull();
    find('ab');
    readAll(hits);
    const { ahead } = hits;
    readAll(hits);
    expect(hits.ahead).toBe(ahead);
  });

  it('leave texts that came later to be looked at, and are read anew with them', () => {
    fill('abc', 'abd');
    find('ab');
    readAll(hits);
    fill('xabc');
    expect(numbers(find('abc'))).toEqual([0, 2]);
    expect(numbers(find('ab'))).toEqual([0, 1, 2]);
    readAll(hits);
    expect(hits.ahead?.seen).toBe(3);
    expect(numbers(find('abd'))).toEqual([1]);
  });

  it('are known of texts that came while they were read as of any others', () => {
    fill(...Array.from({ length: 3000 }, (_, at) => `ab${at % 2 ? 'c' : 'd'}`));
    find('ab');
    const read = readNextLetters(() => [hits]);
    expect(read(0)).toBe(false);
    fill('abc', 'abd');
    while (!read(0));
    expect(find('abc').count).toBe(1501);
    expect(find('abd').count).toBe(1501);
  });

  it('are read in parts, however many places a text has', () => {
    fill('ab'.repeat(20_000));
    find('ab');
    expect(readAll(hits)).toBeGreaterThan(10);
    expect(find('aba').count).toBe(1);
  });

  it('skip chunks in which nothing was found', () => {
    fill(...Array.from({ length: 9 * 1024 }, (_, at) => (at === 5000 ? 'needle' : 'hay')));
    find('need');
    const looks = vi.spyOn(pool, 'foldedChunk');
    readAll(hits);
    expect(looks.mock.calls).toEqual([[4]]);
    expect(numbers(find('needl'))).toEqual([5000]);
  });

  it('are asked for once they are read, not before', () => {
    const searched = vi.fn(() => [hits]);
    const read = readNextLetters(searched);
    expect(searched).not.toHaveBeenCalled();
    read(0);
    read(0);
    expect(searched).toHaveBeenCalledOnce();
  });

  it('are known of each pool that was searched', () => {
    const other = new TextHits(pool);
    fill('abc');
    find('ab');
    find('ab', 'contains', other);
    readAll(hits, other);
    expect([hits.ahead?.literal, other.ahead?.literal]).toEqual(['ab', 'ab']);
  });

  it('find the same as a search of its own, very long texts among others', () => {
    const text = fc.oneof(
      fc.string({ unit: fc.constantFrom(...'abAB-1 \n'), maxLength: 12 }),
      fc.constantFrom('x'.repeat(70_000), `${'ab'.repeat(40_000)}c`),
    );
    const typed = fc.string({ unit: fc.constantFrom(...'abAB-1'), minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(text, { maxLength: 20 }), fc.array(text), typed, (some, more, word) => {
        const texts = new TextPool();
        const ahead = new TextHits(texts);
        for (const one of some) texts.push(one);
        for (let length = 1; length <= word.length; length += 1) {
          const found = find(word.slice(0, length), 'contains', ahead);
          expect(numbers(found)).toEqual(
            numbers(find(word.slice(0, length), 'contains', new TextHits(texts))),
          );
          expect(found.count).toBe(numbers(found).length);
          readAll(ahead);
          if (length === 2) for (const one of more) texts.push(one);
        }
      }),
    );
  });
});
