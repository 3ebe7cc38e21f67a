import { describe, expect, it } from 'vitest';
import { isActive, isEnded, isKnownStatus, isQueued, knownStatus, STATUSES } from './status.ts';

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

  it.each(['', 'PAUSED', 'C0MPLETED', ' FAILED', '__proto__', 'constructor', 'toString'])(
    'that is not known is neither: %j',
    (word) => {
      expect(isKnownStatus(word)).toBe(false);
      expect(knownStatus(word)).toBeNull();
      expect(isQueued(word)).toBe(false);
      expect(isActive(word) || isEnded(word)).toBe(false);
    },
  );

  it.each(STATUSES)('%s is the same in any case', (status) => {
    for (const word of [status, status.toLowerCase(), status[0] + status.slice(1).toLowerCase()]) {
      expect(knownStatus(word)).toBe(status);
      expect(isActive(word)).toBe(isActive(status));
      expect(isEnded(word)).toBe(isEnded(status));
      expect(isQueued(word)).toBe(status === 'PENDING' || status === 'UPLOADING');
    }
  });

  it('has a place in the order a build moves through', () => {
    expect(STATUSES.map(isActive)).toEqual([true, true, true, false, false, false]);
  });
});
