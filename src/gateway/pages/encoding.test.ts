import { expect, it } from 'vitest';
import { bestEncoding } from './encoding.ts';

it.each([
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip', 'gzip'],
  ['GZIP;q=0.5', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['br;q=0.0, gzip ; q=0.000', null],
  ['br;q=0.001', 'br'],
  ['br;xq=0', 'br'],
  ['*', 'br'],
  ['*;q=0, gzip', 'gzip'],
  ['br;q=0, *', 'gzip'],
  ['identity', null],
  ['', null],
  ['brotli', null],
  [';;,,q=1', null],
])('takes from %j: %s', (accept, coding) => {
  expect(bestEncoding(accept)).toBe(coding);
});
