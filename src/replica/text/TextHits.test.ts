import { beforeEach, describe, expect, it, vi } from 'vitest';
import { TextHits } from './TextHits.ts';
import { TextMachine } from './TextMachine.ts';
import { TextPool } from './TextPool.ts';

let pool: TextPool;
let hits: TextHits;

beforeEach(() => {
  pool = new TextPool();
  hits = new TextHits(pool);
});

function search(match: 'contains' | 'whole', text: string) {
  return hits.of(new TextMachine({ match, text }));
}

const contains = (text: string) => search('contains', text);
const numbers = ({ marks }: { marks: Uint8Array }) =>
  [...marks.keys()].filter((at) => marks[at] === 1);

/** So many texts, of which every hundredth holds a needle. */
function fill(count: number): void {
  for (let at = 0; at < count; at += 1) pool.push(at % 100 === 0 ? `needle-${at}` : `hay-${at}`);
}

describe('a search', () => {
  it('marks and counts the texts that match', () => {
    for (const text of ['abc', 'b', 'cab', '', 'Xab', 'ABAB']) pool.push(text);
    const found = contains('ab');
    expect(numbers(found)).toEqual([0, 2, 4, 5]);
    expect(found.count).toBe(4);
    expect(contains('').count).toBe(6);
    expect(contains('abab').count).toBe(1);
    expect(contains('absent')).toMatchObject({ count: 0 });
    const whole = search('whole', '*ab');
    expect(numbers(whole)).toEqual([2, 4, 5]);
    expect(whole.count).toBe(3);
  });

  it('does not find what lies across two texts', () => {
    for (const text of ['ab', 'cd', 'c', 'd', '\n']) pool.push(text);
    expect(contains('bc').count).toBe(0);
    expect(contains('b\nc').count).toBe(0);
    expect(numbers(contains('cd'))).toEqual([1]);
    expect(numbers(contains('\n'))).toEqual([4]);
  });

  it('is kept, and looks at nothing again', () => {
    fill(300);
    const first = contains('needle');
    const looks = vi.spyOn(pool, 'foldedChunk');
    expect(contains('needle')).toBe(first);
    expect(first.count).toBe(3);
    expect(looks).not.toHaveBeenCalled();
  });

  it('goes on where it was when texts come', () => {
    fill(2000);
    const first = contains('needle');
    pool.push('needle');
    pool.push('hay');
    pool.push('NEEDLE');
    const looks = vi.spyOn(pool, 'foldedChunk');
    expect(contains('needle')).toBe(first);
    expect(first.count).toBe(22);
    expect(numbers(first).slice(-3)).toEqual([1900, 2000, 2002]);
    expect(looks.mock.calls).toEqual([[1]]);
  });

  it('goes on with stars, too', () => {
    fill(200);
    const first = search('whole', 'needle-*0');
    expect(first.count).toBe(2);
    pool.push('needle-x');
    pool.push('needle-x0');
    expect(search('whole', 'needle-*0')).toBe(first);
    expect(numbers(first)).toEqual([0, 100, 201]);
    expect(first.count).toBe(3);
  });

  it('is one of eight that are kept, the last asked for', () => {
    fill(10);
    const all = Array.from({ length: 8 }, (_, at) => contains(`hay-${at}`));
    expect(contains('hay-0')).toBe(all[0]);
    contains('hay-9');
    expect(contains('hay-0')).toBe(all[0]);
    expect(contains('hay-2')).toBe(all[2]);
    expect(contains('hay-1')).not.toBe(all[1]);
  });
});

describe('a search for more of the same', () => {
  it('looks only at what the wider one found', () => {
    fill(2000);
    const wider = contains('needle');
    const looks = vi.spyOn(pool, 'holds');
    const found = contains('needle-1');
    expect(numbers(found)).toEqual([100, ...numbers(wider).filter((at) => at >= 1000)]);
    expect(found.count).toBe(11);
    expect(looks.mock.calls).toEqual(numbers(wider).map((at) => [at, 'needle-1']));
  });

  it('looks at what came since the wider one', () => {
    fill(2000);
    contains('needle');
    pool.push('needle-1');
    expect(numbers(contains('needle-1')).at(-1)).toBe(2000);
    expect(numbers(contains('needle-1')).at(0)).toBe(100);
  });

  it.each([
    ['found most of the texts', 'hay', 'hay-1'],
    ['is not a part of it', 'needle', 'eedle-1'],
    ['asks for more', 'needle-100', 'needle'],
  ])('looks at everything where the other one %s', (_, other, text) => {
    fill(2000);
    contains(other);
    const looks = vi.spyOn(pool, 'holds');
    const { count } = contains(text);
    expect(looks).not.toHaveBeenCalled();
    expect(count).toBe([...pool].filter((one) => one.includes(text)).length);
  });

  it('is not narrowed by stars, nor with them', () => {
    fill(2000);
    search('whole', 'needle*');
    const looks = vi.spyOn(pool, 'holds');
    expect(contains('needle').count).toBe(20);
    expect(search('whole', '*needle-1*').count).toBe(11);
    expect(looks).not.toHaveBeenCalled();
  });

  it.each([
    [30, 16, 17],
    [150, 49, 50],
    [3000, 95, 96],
  ])('is narrowed in texts of %i letters by %i in a hundred, not by %i', (length, few, many) => {
    for (let at = 0; at < 100; at += 1) {
      pool.push(`${at < few ? 'few' : ''}${at < many ? 'many' : ''}`.padEnd(length, '-'));
    }
    contains('few');
    contains('many');
    const looks = vi.spyOn(pool, 'holds');
    expect(contains('many-').count).toBe(many);
    expect(looks).not.toHaveBeenCalled();
    expect(contains('fewmany').count).toBe(few);
    expect(looks).toHaveBeenCalledTimes(few);
  });

  it('finds long texts and those that came last, too', () => {
    fill(1030);
    for (const text of ['needle-x', 'NEEDLE', 'hay']) pool.push(text.padEnd(70_000, '.'));
    pool.push('Needle-x');
    contains('needle');
    const looks = vi.spyOn(pool, 'holds');
    expect(numbers(contains('needle-x'))).toEqual([1030, 1033]);
    expect(looks).toHaveBeenCalled();
  });
});
