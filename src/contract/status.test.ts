import { describe, expect, it } from 'vitest';
import { isActive, isEnded, isKnownStatus, STATUSES } from './status.ts';

describe('a status', () => {
  it.each([
    ['PENDING', true],
    ['UPLOADING', true],
    ['BUILDING', true],
    ['COMPLETED', false],
    ['FAILED', false],
    ['CANCELLED', false],
  ])('%s is either active or ended', (word, active) => {
    expect(isKnownStatus(word)).toBe(true);
    expect(isActive(word)).toBe(active);
    expect(isEnded(word)).toBe(!active);
  });

  it.each(['', 'PAUSED', 'completed', ' FAILED', '__proto__', 'constructor', 'toString'])(
    'that is not known is neither: %j',
    (word) => {
      expect(isKnownStatus(word)).toBe(false);
      expect(isActive(word) || isEnded(word)).toBe(false);
    },
  );

  it('has a place in the order a build moves through', () => {
    expect(STATUSES.map(isActive)).toEqual([true, true, true, false, false, false]);
  });
});
