import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseInstant, readTime } from '../../lib/instant.ts';
import { runs } from '../../lib/testing/runs.ts';
import { timeTexts } from '../testing/arbitraryBuilds.ts';
import { TimeColumn, TimeShapes } from './TimeColumn.ts';
import { printTime, shapeOfTime } from './timeShape.ts';

describe('the shape of a time', () => {
  it.each([
    '2026-04-17T09:00:00',
    '2026-04-17 09:00',
    '2026-04-17t09:00:00.123456z',
    '2026-04-17T09:00:00,5+05:30',
    '0001-01-01T00:00:00-0130',
    '2026-04-17T09:00:00.123456000Z',
    '1969-12-31T23:59:59.999999+00',
    '2026-04-17T09:00:00-00:00',
    '9999-12-31T23:59:59.999Z',
  ])('prints %s again', (text) => {
    const ms = parseInstant(text) ?? Number.NaN;
    const shape = shapeOfTime(text, ms);
    expect(shape).toBeGreaterThanOrEqual(0);
    expect(printTime(ms, shape)).toBe(text);
  });

  it.each([
    '2026-04-17T09:00:00.123456789Z',
    '9999-12-31T23:59:59.123456Z',
    '2016-12-31T23:59:60Z',
  ])('knows that it cannot hold %s', (text) => {
    expect(shapeOfTime(text, parseInstant(text) ?? Number.NaN)).toBe(-1);
  });

  it('keeps every text to the letter in a column', () => {
    fc.assert(
      fc.property(fc.array(fc.option(timeTexts, { nil: null })), (texts) => {
        const column = new TimeColumn(new TimeShapes());
        column.ensure(texts.length);
        texts.forEach((text, at) => {
          column.set(at, text);
        });
        texts.forEach((text, at) => {
          expect(column.text(at)).toBe(text);
          expect(column.is(at, text)).toBe(true);
          expect(column.is(at, `${text}0`)).toBe(false);
          expect(column.ms[at]).toBe(readTime(text));
        });
      }),
      { numRuns: runs(500) },
    );
  });
});
