import { describe, expect, it } from 'vitest';
import { bucketUnder, endsOf, pickByKey } from './pickBuckets.ts';

describe('the keys of a timeline', () => {
  it('begin at the newest time and go to the ones beside it', () => {
    const first = pickByKey(null, 'ArrowLeft', false, 100);
    expect(first).toEqual({ from: 99, to: 99, by: 'keys' });
    expect(pickByKey(first, 'ArrowLeft', false, 100)).toMatchObject({ from: 98, to: 98 });
    expect(pickByKey(first, 'ArrowRight', false, 100)).toMatchObject({ to: 99 });
    expect(pickByKey(first, 'Home', false, 100)).toMatchObject({ from: 0, to: 0 });
    expect(pickByKey(first, 'PageUp', false, 100)).toMatchObject({ to: 89 });
  });

  it('select several with Shift, in both directions', () => {
    let pick = pickByKey(null, 'ArrowLeft', false, 100);
    pick = pickByKey(pick, 'ArrowLeft', true, 100);
    pick = pickByKey(pick, 'PageUp', true, 100);
    expect(pick).toEqual({ from: 99, to: 88, by: 'keys' });
    expect(pick && endsOf(pick)).toEqual([88, 99]);
    expect(pickByKey(pick, 'End', true, 100)).toMatchObject({ from: 99, to: 99 });
  });

  it('leave other keys alone, and begin anew after a pointer', () => {
    expect(pickByKey(null, 'a', false, 10)).toBeNull();
    expect(pickByKey({ from: 2, to: 2, by: 'hover' }, 'ArrowLeft', true, 10)).toEqual({
      from: 9,
      to: 9,
      by: 'keys',
    });
  });
});

it('finds the bucket under a place, the last one at and beyond the right edge', () => {
  expect(bucketUnder(0, 1200, 120)).toBe(0);
  expect(bucketUnder(1195, 1200, 120)).toBe(119);
  expect(bucketUnder(1200, 1200, 120)).toBe(119);
  expect(bucketUnder(5000, 1200, 120)).toBe(119);
  expect(bucketUnder(-3, 1200, 120)).toBe(0);
  expect(bucketUnder(10, 0, 120)).toBe(0);
});
