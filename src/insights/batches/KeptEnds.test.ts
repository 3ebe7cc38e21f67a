import { expect, it } from 'vitest';
import { KeptEnds } from './KeptEnds.ts';

it('says another end every half minute at most, and anew after it was still submitted', () => {
  const ends = new KeptEnds();
  let minutes = 1;
  const at = (seconds: number) =>
    ends.end('a', seconds * 1000, () => ({ from: 0, to: minutes * 60_000 }))?.to;
  expect(at(0)).toBe(60_000);
  minutes = 2;
  expect(at(29)).toBe(60_000);
  expect(at(30)).toBe(120_000);
  minutes = 3;
  ends.drop('a');
  expect(at(31)).toBe(180_000);
});
