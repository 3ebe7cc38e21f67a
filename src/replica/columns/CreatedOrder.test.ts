import { beforeEach, describe, expect, it } from 'vitest';
import { TextTable } from '../text/TextTable.ts';
import { CreatedOrder } from './CreatedOrder.ts';

const IDS = ['d', 'b', 'c', 'a', 'e', 'f'];
const ids = new TextTable();
for (const id of IDS) ids.codeFor(id);

let order: CreatedOrder;
let alive: Uint8Array;
let created: Float64Array;

beforeEach(() => {
  order = new CreatedOrder();
  alive = new Uint8Array(IDS.length);
  created = new Float64Array(IDS.length).fill(Number.NaN);
});

function put(row: number, time: number): void {
  alive[row] = 1;
  created[row] = time;
  order.put(row);
}

function drop(row: number): void {
  alive[row] = 0;
  order.drop(row);
}

const settled = () => [...order.settle(alive, created, ids)];

describe('the order of creation', () => {
  it('is the newest first, unknown last, and equal times by id', () => {
    for (const [row, time] of [5, Number.NaN, 7, 5, Number.NaN, 5].entries()) put(row, time);
    expect(settled()).toEqual([2, 3, 0, 5, 1, 4]);
  });

  it('has no unknown time before a known one, whichever came first', () => {
    put(0, Number.NaN);
    expect(settled()).toEqual([0]);
    put(1, -5);
    expect(settled()).toEqual([1, 0]);
    put(3, Number.NaN);
    expect(settled()).toEqual([1, 3, 0]);
  });

  it('takes what comes before, between and after what it has', () => {
    put(0, 30);
    put(1, 10);
    expect(settled()).toEqual([0, 1]);
    put(2, 40);
    put(3, 20);
    put(4, 5);
    put(5, 20);
    expect(settled()).toEqual([2, 0, 3, 5, 1, 4]);
  });

  it('counts what waits', () => {
    expect(order.waiting).toBe(0);
    put(0, 1);
    put(1, 2);
    expect(order.waiting).toBe(2);
    settled();
    expect(order.waiting).toBe(0);
  });

  it('holds a row once, where it was put last', () => {
    put(0, 3);
    put(0, 1);
    put(1, 2);
    expect(settled()).toEqual([1, 0]);
    put(0, 9);
    put(0, 8);
    expect(settled()).toEqual([0, 1]);
  });

  it('leaves out what was dropped, and takes it again', () => {
    put(0, 3);
    put(1, 2);
    put(2, 1);
    settled();
    drop(1);
    expect(settled()).toEqual([0, 2]);
    drop(1);
    expect(settled()).toEqual([0, 2]);
    put(1, 2);
    drop(2);
    expect(settled()).toEqual([0, 1]);
  });

  it('leaves out what was dropped before it was merged in', () => {
    put(0, 3);
    put(1, 2);
    drop(0);
    expect(settled()).toEqual([1]);
    put(0, 3);
    expect(settled()).toEqual([0, 1]);
  });

  it('is the same array until something changes, and a new one then', () => {
    const empty = order.settle(alive, created, ids);
    expect(order.settle(alive, created, ids)).toBe(empty);
    put(0, 3);
    const first = order.settle(alive, created, ids);
    expect(order.settle(alive, created, ids)).toBe(first);
    put(1, 4);
    expect(settled()).toEqual([1, 0]);
    expect([...first]).toEqual([0]);
  });
});

describe('an order that was kept', () => {
  beforeEach(() => {
    for (const [row, time] of [3, 1, 2].entries()) {
      alive[row] = 1;
      created[row] = time;
    }
  });

  it('is taken as it is when it is right', () => {
    const kept = Uint32Array.of(0, 2, 1);
    order.restore(kept, alive, created, ids);
    expect(order.waiting).toBe(0);
    expect(settled()).toEqual([0, 2, 1]);
    put(3, 2.5);
    drop(2);
    expect(settled()).toEqual([0, 3, 1]);
    expect([...kept]).toEqual([0, 2, 1]);
  });

  it('is no part of what was given', () => {
    const kept = Uint32Array.of(0, 2, 1);
    order.restore(kept, alive, created, ids);
    kept.fill(0);
    expect(settled()).toEqual([0, 2, 1]);
  });

  it.each([
    [[0, 1, 2]],
    [[0, 2]],
    [[0, 2, 1, 3]],
    [[0, 2, 3]],
    [[0, 0, 2]],
    [[0, 2, 2]],
    [[]],
    [[5, 0, 2]],
  ])('is made anew from %j', (kept) => {
    order.restore(Uint32Array.from(kept), alive, created, ids);
    expect(order.waiting).toBe(3);
    expect(settled()).toEqual([0, 2, 1]);
  });

  it('of nothing is nothing', () => {
    order.restore(new Uint32Array(0), new Uint8Array(2), created, ids);
    expect(order.waiting).toBe(0);
    expect(settled()).toEqual([]);
  });
});
