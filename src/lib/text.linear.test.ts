import { expect, it } from 'vitest';
import { parseInstant } from './instant.ts';
import { searchError } from './searchText.ts';
import { stripAnsi } from './stripAnsi.ts';
import { expectLinear, LINEAR_TIMEOUT } from './testing/expectLinear.ts';
import { cutEnd, firstLine, makeVisible, middleCut } from './text.ts';

it.each([
  ['stripAnsi', stripAnsi],
  ['firstLine', firstLine],
  ['makeVisible of many lines', (text: string) => makeVisible(text, true)],
  ['searchError', searchError],
  ['cutEnd', (text: string) => cutEnd(text, 300)],
  ['middleCut', (text: string) => middleCut(text, 64)],
  ['parseInstant', parseInstant],
])('takes time in proportion to the text: %s', { timeout: LINEAR_TIMEOUT }, (_, read) => {
  expectLinear(read);
});

it('finds a function that takes more', () => {
  const read = (text: string) => {
    let found = 0;
    for (let at = 0; at < text.length; at += 5) found += text.includes(`no ${at}`, at) ? 1 : 0;
    return found;
  };
  expect(() => expectLinear(read)).toThrow('milliseconds for 500 kB');
});
