import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { isComposing } from './isComposing.ts';

it.each([
  ['a key of no composition', { isComposing: false, keyCode: 13 }, false],
  ['a key within one', { isComposing: true, keyCode: 13 }, true],
  ['the Enter that ends one in Safari', { isComposing: false, keyCode: 229 }, true],
])('%s', (_what, event, expected) => {
  expect(isComposing(event)).toBe(expected);
  expect(isComposing({ nativeEvent: event })).toBe(expected);
});

const src = resolve(import.meta.dirname, '..');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
  (path) => /\.tsx?$/.test(path) && !/\.test\.|testing\//.test(path),
);

it('is asked wherever keys are heard', () => {
  const deaf = files.filter((path) => {
    const text = readFileSync(join(src, path), 'utf8');
    const hears = /keydown|KeyboardEvent/i.test(text) && /\bevent\.(?:key|code)\b/.test(text);
    return hears && !text.includes('isComposing(');
  });
  expect(deaf).toEqual([]);
});
