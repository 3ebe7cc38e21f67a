import { expect, it } from 'vitest';
import { LENSES } from '../../../views/address/View.ts';
import { parseQueryText, printQueryText } from '../../../views/query/parseQueryText.ts';
import { FILTERS, LENS_NOTES } from './helpTexts.ts';

it.each(FILTERS)('shows a filter that is understood: $text', ({ text }) => {
  const { filter, problems } = parseQueryText(text);
  expect(problems).toEqual([]);
  expect(filter.length).toBeGreaterThan(0);
  expect(parseQueryText(printQueryText(filter)).filter).toEqual(filter);
});

it('says something of every lens', () => {
  expect(Object.keys(LENS_NOTES).toSorted()).toEqual(LENSES.toSorted());
});
