import { beforeEach, describe, expect, it } from 'vitest';
import { AS_WRITTEN, NO_TIME, TimeColumn, TimeShapes } from './TimeColumn.ts';

let shapes: TimeShapes;
let column: TimeColumn;

beforeEach(() => {
  shapes = new TimeShapes();
  column = new TimeColumn(shapes);
  column.ensure(4);
});

const SPELLINGS = [
  '2026-11-03T12:00:00',
  '2026-11-03T12:00:00Z',
  '2026-11-03T12:00:00.000Z',
  '2026-11-03T12:00:00+00:00',
  '2026-11-03 12:00:00',
];

describe('the shapes of times', () => {
  it('are numbered from 2, each once', () => {
    expect([70, 5, 70, 5, 6].map((shape) => shapes.codeFor(shape))).toEqual([2, 3, 2, 3, 4]);
    expect(shapes.list).toEqual([70, 5, 6]);
    expect([0, 1, 2, 4, 5].map((code) => shapes.has(code))).toEqual([
      false,
      false,
      true,
      true,
      false,
    ]);
  });

  it('are no more than 250; then times stand as they are written', () => {
    for (let shape = 0; shape < 250; shape += 1) expect(shapes.codeFor(shape)).toBe(shape + 2);
    expect(shapes.codeFor(250)).toBe(AS_WRITTEN);
    expect(shapes.codeFor(249)).toBe(251);
    expect(shapes.codeFor(251)).toBe(AS_WRITTEN);
    expect(shapes.list).toHaveLength(250);
  });
});

describe('a column of times', () => {
  it.each([...SPELLINGS, 'today', '', '2026-11-03T12:00:00.1234567Z', null])(
    'gives back %j to the letter',
    (text) => {
      column.set(1, text);
      expect(column.text(1)).toBe(text);
      for (const other of [...SPELLINGS, 'today', 'tomorrow', '', null]) {
        expect(column.is(1, other)).toBe(other === text);
      }
    },
  );

  it('knows the moment of a readable time, and no moment of another', () => {
    column.set(0, '2026-11-03T12:00:00Z');
    column.set(1, 'today');
    column.set(2, null);
    expect([...column.ms.slice(0, 3)]).toEqual([Date.UTC(2026, 10, 3, 12), Number.NaN, Number.NaN]);
    expect([...column.shapes.slice(0, 4)]).toEqual([2, AS_WRITTEN, NO_TIME, NO_TIME]);
  });

  it('is not another moment in the same spelling', () => {
    column.set(0, '2026-11-03T12:00:00Z');
    expect(column.is(0, '2026-11-03T12:00:01Z')).toBe(false);
  });

  it('has no time where none was set, nor beyond its end', () => {
    expect([column.text(0), column.text(99)]).toEqual([null, null]);
    expect([column.is(0, null), column.is(99, null), column.is(99, '')]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('keeps the text of what is written over no longer', () => {
    column.set(0, 'today');
    column.set(1, 'tomorrow');
    column.set(0, null);
    column.set(1, '2026-11-03T12:00:00Z');
    expect(column.written.size).toBe(0);
    expect([column.text(0), column.text(1)]).toEqual([null, '2026-11-03T12:00:00Z']);
    column.set(0, 'today');
    column.set(0, 'now');
    expect([...column.written]).toEqual([[0, 'now']]);
  });

  it('grows with what it holds', () => {
    column.set(3, '2026-11-03T12:00:00Z');
    column.ensure(100);
    column.set(99, 'today');
    expect([column.text(3), column.text(99)]).toEqual(['2026-11-03T12:00:00Z', 'today']);
  });

  it('copies a time, text and all', () => {
    const target = new TimeColumn(shapes);
    target.ensure(4);
    const texts = ['today', null, '2026-11-03T12:00:00Z'];
    texts.forEach((text, at) => {
      column.set(at, text);
      column.copy(at, 3 - at, target);
    });
    expect([3, 2, 1].map((at) => target.text(at))).toEqual(texts);
    expect([...target.written]).toEqual([[3, 'today']]);
  });
});
