import { bench, describe } from 'vitest';
import { parseQueryText } from './parseQueryText.ts';

/** `npx vitest bench src/views`: any 10 kB are read within a frame of 16.7 ms; column `mean`. */
const pieces = [
  '"',
  'a"',
  '--"',
  'is:',
  'status:a ',
  'status:a,',
  'stauts:x ',
  'image:*a',
  'wait:>1',
  '(a+)+$',
  'created:1..',
  '\ud800',
];

describe('10 kB of', () => {
  for (const piece of pieces) {
    const text = piece.repeat(Math.ceil(10_000 / piece.length));
    bench(JSON.stringify(piece), () => void parseQueryText(text));
  }
});
