import { beforeEach, describe, expect, it } from 'vitest';
import { PageChains } from './PageChains.ts';

let chains: PageChains;

beforeEach(() => {
  chains = new PageChains();
});

/** A page of the list; the head begins at 0, and the list ends at 300. */
const page = (from: number, to: number) =>
  chains.add({ head: from === 0, end: to >= 300, from, to });

describe('PageChains', () => {
  it('is whole once shared rows lead from the top of the list to its end', () => {
    const head = page(0, 100);
    const middle = page(95, 195);
    const end = page(190, 300);
    expect(chains.whole).toBe(false);
    chains.join(head, middle);
    expect(chains.whole).toBe(false);
    expect(chains.reachesEnd(head)).toBe(false);
    chains.join(end, middle);
    expect(chains.whole).toBe(true);
    expect(chains.reachesEnd(head)).toBe(true);
    expect(chains.reachesEnd(middle)).toBe(true);
    expect(chains.chains()).toMatchObject([{ head: true, end: true, from: 0, to: 300 }]);
  });

  it('joins in any order, and what is joined already', () => {
    const pages = [page(0, 100), page(95, 195), page(190, 300)];
    const [head = -1, middle = -1, end = -1] = pages;
    chains.join(middle, end);
    chains.join(end, middle);
    chains.join(end, head);
    chains.join(head, head);
    expect(chains.chains()).toMatchObject([{ head: true, end: true, from: 0, to: 300 }]);
  });

  it('tells chains apart that share no row', () => {
    page(0, 100);
    const other = page(100, 200);
    expect(chains.chains()).toMatchObject([
      { head: true, end: false, from: 0, to: 100 },
      { head: false, end: false, from: 100, to: 200 },
    ]);
    expect(chains.reachesEnd(other)).toBe(false);
    expect(chains.reachesEnd(-1)).toBe(false);
    expect(chains.reachesEnd(7)).toBe(false);
  });

  it('does not take a head and an end that hang together with others for a whole', () => {
    page(0, 100);
    page(95, 300);
    expect(chains.whole).toBe(false);
  });

  it('learns late that a page reached the end', () => {
    const head = page(0, 100);
    const last = page(95, 195);
    chains.join(head, last);
    chains.markEnd(last);
    expect(chains.whole).toBe(true);
    chains.markEnd(-1);
    expect(chains.chains()).toHaveLength(1);
  });

  it('measures how far pages lie apart by their places', () => {
    const a = page(0, 100);
    const b = page(95, 195);
    const c = page(250, 300);
    expect(chains.distance(a, b)).toBe(-5);
    expect(chains.distance(a, c)).toBe(150);
    expect(chains.distance(c, a)).toBe(150);
    expect(chains.distance(b, a)).toBe(-5);
    expect(chains.distance(a, -1)).toBe(0);
    expect(chains.distance(9, a)).toBe(0);
    chains.join(b, c);
    expect(chains.distance(a, c)).toBe(150);
  });

  it('knows the last page and the one that reaches farthest down', () => {
    expect(chains.last).toBe(-1);
    expect(chains.lowest()).toBe(-1);
    page(0, 100);
    const low = page(150, 250);
    page(95, 195);
    page(160, 250);
    expect(chains.last).toBe(3);
    expect(chains.lowest()).toBe(low);
  });
});
