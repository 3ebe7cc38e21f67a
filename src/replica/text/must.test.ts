import { expect, it } from 'vitest';
import { must, part } from './must.ts';

it('lets pass what holds', () => {
  expect(() => must(true)).not.toThrow();
  expect(() => must(false)).toThrow(new TypeError('corrupt snapshot'));
});

it('gives the property of an object', () => {
  expect(part({ a: 1 }, 'a')).toBe(1);
  expect(part({ a: undefined }, 'a')).toBeUndefined();
  expect(part([5], '0')).toBe(5);
});

it.each([null, undefined, 1, true, 'text', {}, Object.create({ length: 1 }), () => 1])(
  'throws for what has none of its own: %s',
  (whole) => {
    expect(() => part(whole, 'length')).toThrow(new TypeError('corrupt snapshot'));
  },
);
