import { expect, it } from 'vitest';
import { barLook, countWords, stripPaths } from './stripBars.ts';

it('tells statuses apart without colour: failed ones are the highest, cancelled ones hollow', () => {
  expect(barLook('FAILED').height).toBeGreaterThan(barLook('COMPLETED').height);
  expect(barLook('CANCELLED')).toMatchObject({ hollow: true, tone: 'tone-stopped' });
  expect(barLook('BUILDING')).toMatchObject({ hollow: true, tone: 'tone-active' });
  expect(barLook('PAUSED')).toMatchObject({ hollow: false, tone: 'tone-other' });
});

it('counts words in the order in which they come', () => {
  expect(countWords(['Failed', 'Completed', 'Failed'])).toBe('2 failed, 1 completed');
});

it('draws all bars of one look as one shape, the newest at the right end', () => {
  const paths = stripPaths(['COMPLETED', 'FAILED', 'COMPLETED', 'CANCELLED']);
  expect(paths.map(({ tone, hollow, path }) => [tone, hollow, path.split('z').length - 1])).toEqual(
    [
      ['tone-good', false, 2],
      ['tone-bad', false, 1],
      ['tone-stopped', true, 1],
    ],
  );
  expect(paths.map(({ path }) => path).join('')).toMatch(/M80\.5 .*M90\.5 .*M85\.5 .*M95\.5 /);
});
