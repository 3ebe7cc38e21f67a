import { expect, it } from 'vitest';
import { MOST_BUILDS, readPaging } from './readPaging.ts';

const read = (query: string) => readPaging(new URLSearchParams(query));

it('starts at the newest hundred when nothing is asked', () => {
  expect(read('')).toEqual({ offset: 0, limit: 100, teamId: null });
});

it('takes whole numbers from 0 and caps the limit', () => {
  expect(read('offset=7&limit=0')).toEqual({ offset: 7, limit: 0, teamId: null });
  expect(read('limit=5000')).toEqual({ offset: 0, limit: MOST_BUILDS, teamId: null });
  expect(read(`offset=${'9'.repeat(40)}`)).toMatchObject({ offset: Number.MAX_SAFE_INTEGER });
});

it.each(['', 'x', '1.5', '1e2', '0x10', ' 5', '5;', 'NaN', 'Infinity', '٣'])(
  'refuses %j as a number',
  (text) => {
    expect(read(`limit=${encodeURIComponent(text)}`)).toEqual({
      errors: [{ param: 'limit', details: 'Input should be a valid integer' }],
    });
  },
);

it('names both parameters when both are wrong', () => {
  expect(read('offset=-1&limit=ten')).toEqual({
    errors: [
      { param: 'offset', details: 'Input should be greater than or equal to 0' },
      { param: 'limit', details: 'Input should be a valid integer' },
    ],
  });
});
