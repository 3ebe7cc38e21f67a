import { expect, it } from 'vitest';
import { lineParts } from './lineParts.ts';

const mark = (start: number, end: number, current = false) => ({ start, end, current });
const said = (...args: Parameters<typeof lineParts>) =>
  lineParts(...args).map(({ text, mark }) =>
    mark ? `[${text}${mark === 'current' ? '!' : ''}]` : text,
  );

it('marks what was hit, and leaves the rest as it is', () => {
  expect(said('no space left', [mark(3, 8, true), mark(9, 13)], 100)).toEqual([
    'no ',
    '[space!]',
    ' ',
    '[left]',
  ]);
  expect(said('', [], 100)).toEqual([]);
});

it('cuts a long line at its end, or around the hit that is gone to', () => {
  const line = 'x'.repeat(2000);
  expect(said(line, [], 500)).toEqual(['x'.repeat(500), '… 1500 more characters']);
  const around = said(line, [mark(1500, 1503, true)], 500);
  expect(around).toEqual([
    '…',
    'x'.repeat(200),
    '[xxx!]',
    'x'.repeat(297),
    '… 200 more characters',
  ]);
  expect(said(line, [mark(0, 2000, true)], 500)[0]).toBe(`[${'x'.repeat(500)}!]`);
});
