import { describe, expect, it } from 'vitest';
import { TextTable } from '../text/TextTable.ts';
import { Facet } from './Facet.ts';

function facetOf(...words: string[]): Facet {
  const table = new TextTable();
  for (const word of words) table.codeFor(word);
  return new Facet(table, new Uint8Array(table.size));
}

/** Counts so many builds for the word of a code. */
function count(facet: Facet, code: number, builds: number): void {
  facet.isUsed[code] = 1;
  const value = facet.values[code] ?? -1;
  facet.counts[value] = (facet.counts[value] ?? 0) + builds;
}

describe('a facet', () => {
  it('takes words that differ in case for one value', () => {
    const facet = facetOf('FAILED', 'failed', 'COMPLETED', 'Failed');
    expect([...facet.values]).toEqual([0, 0, 1, 0]);
    expect(facet.counts).toHaveLength(2);
    expect([...facet.last]).toEqual([-1, -1]);
  });

  it('lists the words of the contract in its order, found or not', () => {
    const facet = facetOf('FAILED', 'COMPLETED');
    count(facet, 0, 3);
    expect(facet.list(['BUILDING', 'COMPLETED', 'FAILED'])).toEqual([
      { value: 'BUILDING', count: 0 },
      { value: 'COMPLETED', count: 0 },
      { value: 'FAILED', count: 3 },
    ]);
  });

  it('lists other words after them, in order, when a build has them', () => {
    const facet = facetOf('zebra', 'FAILED', 'apple', 'unused', 'Paused');
    count(facet, 0, 1);
    count(facet, 1, 2);
    count(facet, 2, 3);
    count(facet, 4, 4);
    expect(facet.list(['FAILED'])).toEqual([
      { value: 'FAILED', count: 2 },
      { value: 'apple', count: 3 },
      { value: 'Paused', count: 4 },
      { value: 'zebra', count: 1 },
    ]);
  });

  it('shows one word for those that differ in case: that of the contract, or the first', () => {
    const facet = facetOf('failed', 'paused', 'Paused', 'PAUSED');
    count(facet, 0, 2);
    count(facet, 1, 1);
    count(facet, 2, 1);
    expect(facet.list(['FAILED'])).toEqual([
      { value: 'FAILED', count: 2 },
      { value: 'Paused', count: 2 },
    ]);
  });

  it('of no words lists the contract', () => {
    expect(facetOf().list(['A'])).toEqual([{ value: 'A', count: 0 }]);
  });
});
