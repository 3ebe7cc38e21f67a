import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { runs } from '../testing/runs.ts';
import { RankedTexts } from './RankedTexts.ts';

/** Texts by code, each once. */
class TextTable {
  readonly pool: string[] = [];

  get size(): number {
    return this.pool.length;
  }

  at(code: number): string {
    return this.pool[code] ?? '';
  }

  codeFor(text: string): void {
    if (!this.pool.includes(text)) this.pool.push(text);
  }
}

const compare = vi.fn((a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0));

let table: TextTable;
let ranked: RankedTexts;

beforeEach(() => {
  compare.mockClear();
  table = new TextTable();
  ranked = new RankedTexts(table, compare);
});

function add(...texts: string[]): void {
  for (const text of texts) table.codeFor(text);
}

describe('RankedTexts', () => {
  it('orders all texts and ranks each code, however they came', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string({ maxLength: 3 })), { maxLength: 5 }), (parts) => {
        const texts = new TextTable();
        const order = new RankedTexts(texts, compare);
        for (const part of parts) {
          for (const text of part) texts.codeFor(text);
          const sorted = [...texts.pool].sort();
          expect([...order.order].map((code) => texts.at(code))).toEqual(sorted);
          const { ranks } = order;
          for (let code = 0; code < texts.size; code += 1) {
            expect(sorted[ranks[code] ?? -1]).toBe(texts.at(code));
          }
        }
      }),
      { numRuns: runs(300) },
    );
  });

  it('compares no text anew because others came', () => {
    add(...Array.from({ length: 1000 }, (_, at) => `a${String(at).padStart(4, '0')}`));
    ranked.settle();
    compare.mockClear();
    add('b1', 'b2');
    ranked.settle();
    expect(compare.mock.calls.length).toBeLessThan(60);
    compare.mockClear();
    ranked.settle();
    expect([...ranked.ranks].slice(-2)).toEqual([1000, 1001]);
    expect(compare).not.toHaveBeenCalled();
  });

  it('takes in only many new texts before it is asked', () => {
    add(...Array.from({ length: 249 }, (_, at) => `${at}`));
    expect(ranked.settleSome()).toBe(false);
    expect(compare).not.toHaveBeenCalled();
    add('last');
    expect(ranked.settleSome()).toBe(true);
    expect(compare).toHaveBeenCalled();
    compare.mockClear();
    ranked.settle();
    expect(compare).not.toHaveBeenCalled();
  });

  it('takes in a thousand texts in four steps, none of which takes long', () => {
    add(...Array.from({ length: 1010 }, (_, at) => `${(at * 7919) % 1010}`));
    const steps: number[] = [];
    while (ranked.settleSome()) {
      steps.push(compare.mock.calls.length);
      compare.mockClear();
    }
    expect(steps).toHaveLength(4);
    expect(Math.max(...steps)).toBeLessThan(5000);
    const sorted = [...table.pool].sort();
    expect([...ranked.order].map((code) => table.at(code))).toEqual(sorted);
  });

  it('takes an order that was kept, without sorting', () => {
    add('c', 'a', 'b');
    ranked.restore(Uint32Array.of(1, 2, 0));
    compare.mockClear();
    expect([...ranked.order]).toEqual([1, 2, 0]);
    expect([...ranked.ranks].slice(0, 3)).toEqual([2, 0, 1]);
    expect(compare).not.toHaveBeenCalled();
  });

  it('does not write into the order that was kept, nor hear of later changes to it', () => {
    add('c', 'a', 'b');
    const kept = Uint32Array.of(1, 2, 0);
    ranked.restore(kept);
    kept.fill(0);
    expect([...ranked.order]).toEqual([1, 2, 0]);
  });

  it.each([
    ['of other texts', [0, 1, 2]],
    ['too short', [1, 2]],
    ['too long', [1, 2, 0, 0]],
    ['with one twice', [1, 1, 0]],
    ['of codes that are none', [1, 2, 3]],
  ])('sorts anew an order %s', (_, order) => {
    add('c', 'a', 'b');
    ranked.restore(Uint32Array.from(order));
    expect([...ranked.order]).toEqual([1, 2, 0]);
  });
});
