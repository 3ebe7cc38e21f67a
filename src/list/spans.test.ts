import { describe, expect, it } from 'vitest';
import { durationOf, waitOf } from './spans.ts';

const UNKNOWN = Number.NaN;

describe('durationOf', () => {
  it('runs from start to end, and until now while active', () => {
    expect(durationOf(10, 30, false, 100)).toBe(20);
    expect(durationOf(10, UNKNOWN, true, 100)).toBe(90);
    expect(durationOf(10, 10, false, 100)).toBe(0);
    expect(durationOf(10, 30, true, 100)).toBe(20);
  });

  it('is unknown without a start, without an end once ended, and when negative', () => {
    expect(durationOf(UNKNOWN, 30, false, 100)).toBeNaN();
    expect(durationOf(UNKNOWN, UNKNOWN, true, 100)).toBeNaN();
    expect(durationOf(10, UNKNOWN, false, 100)).toBeNaN();
    expect(durationOf(30, 10, false, 100)).toBeNaN();
    expect(durationOf(200, UNKNOWN, true, 100)).toBeNaN();
  });
});

describe('waitOf', () => {
  it('runs from creation to start, and until now while queued', () => {
    expect(waitOf(10, 30, false, 100)).toBe(20);
    expect(waitOf(10, UNKNOWN, true, 100)).toBe(90);
    expect(waitOf(10, 30, true, 100)).toBe(20);
  });

  it('is unknown without a creation, without a start once past the queue, and when negative', () => {
    expect(waitOf(UNKNOWN, 30, false, 100)).toBeNaN();
    expect(waitOf(10, UNKNOWN, false, 100)).toBeNaN();
    expect(waitOf(30, 10, false, 100)).toBeNaN();
    expect(waitOf(200, UNKNOWN, true, 100)).toBeNaN();
  });
});
