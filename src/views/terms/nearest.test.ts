import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../lib/testing/runs.ts';
import { editDistance, nearest } from './nearest.ts';

describe('what a word was meant to be', () => {
  const long = 'abcdefghijklmnopqrstuvwx';
  const fields = ['status', 'started', 'image', 'tag', 'error', 'created', 'id', long, `${long}yz`];
  it.each([
    ['stauts', 'status'],
    ['statu', 'status'],
    ['STATUSS', 'status'],
    ['creted', 'created'],
    ['tags', 'tag'],
    ['eror', 'error'],
    ['cretad', 'created'],
    ['startdd', 'started'],
    ['stortdd', 'started'],
    ['crate', null],
    ['ta', null],
    ['idd', null],
    [`${long.slice(0, 23)}z`, long],
    [`${long}z`, null],
    ['http', null],
    ['it', null],
    ['ubuntu', null],
    ['status'.repeat(5), null],
  ])('finds for %s %s', (word, found) => {
    expect(nearest(word, fields)).toBe(found);
  });

  it('counts slips as a metric does', () => {
    const words = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 });
    fc.assert(
      fc.property(words, words, (a, b) => {
        const slips = editDistance(a, b);
        expect(slips).toBe(editDistance(b, a));
        expect(slips === 0).toBe(a === b);
        expect(slips).toBeLessThanOrEqual(Math.max(a.length, b.length));
        expect(slips).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
      }),
      { numRuns: runs(1000) },
    );
  });

  it.each([
    ['', 'abc', 3],
    ['abc', 'acb', 1],
    ['kitten', 'sitting', 3],
    ['ca', 'abc', 3],
  ])('counts %s to %s as %i', (a, b, slips) => {
    expect(editDistance(a, b)).toBe(slips);
  });
});
