import { expect, it } from 'vitest';
import { isMissingPiece } from './isMissingPiece.ts';

it.each([
  'Failed to fetch dynamically imported module: http://localhost/assets/a.js',
  'error loading dynamically imported module: http://localhost/assets/a.js',
  'Importing a module script failed.',
  'Unable to preload CSS for /assets/a.css',
])('knows a piece that is missing by the words of each browser: %s', (words) => {
  expect(isMissingPiece(new TypeError(words))).toBe(true);
});

it.each([new Error('x is undefined'), 'dynamically imported module', null, undefined])(
  'takes no other failure for it: %s',
  (error) => {
    expect(isMissingPiece(error)).toBe(false);
  },
);
