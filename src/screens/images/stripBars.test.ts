import { expect, it } from 'vitest';
import { barLook, countWords } from './stripBars.ts';

it('tells statuses apart without colour: failed ones are the highest, cancelled ones hollow', () => {
  expect(barLook('FAILED').height).toBeGreaterThan(barLook('COMPLETED').height);
  expect(barLook('CANCELLED')).toMatchObject({ hollow: true, tone: 'tone-stopped' });
  expect(barLook('BUILDING')).toMatchObject({ hollow: true, tone: 'tone-active' });
  expect(barLook('PAUSED')).toMatchObject({ hollow: false, tone: 'tone-other' });
});

it('counts words in the order in which they come', () => {
  expect(countWords(['Failed', 'Completed', 'Failed'])).toBe('2 failed, 1 completed');
});
