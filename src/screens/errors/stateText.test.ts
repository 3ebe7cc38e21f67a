import { expect, it } from 'vitest';
import { stateText } from './stateText.ts';

it('says why a cause is new, back or quiet, and nothing of others', () => {
  expect(stateText({ kind: 'seen' })).toEqual({ word: '', whole: '' });
  expect(stateText({ kind: 'new' }).whole).toBe('First seen in the last 7 days');
  expect(stateText({ kind: 'back', silenceMs: 4 * 86_400_000 }).whole).toContain('4 d 0 h');
  expect(stateText({ kind: 'quiet', completed: 18, images: 20 }).whole).toBe(
    'Not seen for 7 days; 18 of its 20 images completed since',
  );
});
