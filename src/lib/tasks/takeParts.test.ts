import { expect, it } from 'vitest';
import { allParts, takeParts } from './takeParts.ts';

function* five(): Generator<void, string> {
  for (let part = 0; part < 5; part += 1) yield;
  return 'done';
}

it('takes parts until the time is over, goes on with the rest, and gives what they made', () => {
  const parts = five();
  let now = 0;
  const clock = () => {
    now += 1;
    return now;
  };
  expect(takeParts(parts, 3, clock)).toBeNull();
  expect(takeParts(parts, 0, clock)).toBeNull();
  expect(takeParts(parts, 100, clock)).toEqual({ value: 'done' });
});

it('takes all parts at once where there is no hurry', () => {
  expect(allParts(five())).toBe('done');
});
