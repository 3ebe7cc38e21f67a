import { expect, it } from 'vitest';
import { expectLinear } from '../../lib/testing/expectLinear.ts';
import { ownLines } from './ownLines.ts';

it('marks the lines that the other text does not have', () => {
  const lines = ownLines('Reading lists\nE: no package a\n', 'Reading lists\nE: no package b\n');
  expect(lines.filter(({ own }) => own).map(({ text }) => text)).toEqual(['E: no package a']);
});

it('looks past the numbers of steps and seconds that a builder writes', () => {
  const lines = ownLines('#7 12.3 Reading lists\n#7 13.0 Done', '#12 0.4 Reading lists\nDone');
  expect(lines.every(({ own }) => !own)).toBe(true);
});

it('shows the first 400 lines of a long text', () => {
  expect(ownLines('a\n'.repeat(1000), '')).toHaveLength(400);
});

it('takes time in proportion to the texts', () => {
  expectLinear((text) => ownLines(text, text));
});
