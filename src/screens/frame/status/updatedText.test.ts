import { expect, it } from 'vitest';
import { updatedText } from './Freshness.tsx';

it.each([
  [0, 'updated just now'],
  [-3000, 'updated just now'],
  [59_999, 'updated just now'],
  [60_000, 'updated 1 min ago'],
  [7_200_000, 'updated 2 h ago'],
])('says of what is %d ms old: %s', (age, text) => {
  expect(updatedText(age)).toBe(text);
});
