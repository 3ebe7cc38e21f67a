import { describe, expect, it } from 'vitest';
import { isConflicted } from './conflict.ts';

describe('isConflicted', () => {
  it.each([
    ['COMPLETED', ['BUILDING']],
    ['COMPLETED', ['COMPLETED', 'PENDING']],
    ['COMPLETED', ['FAILED', 'CANCELLED']],
    ['FAILED', ['COMPLETED', 'COMPLETED']],
    ['FAILED', ['BUILDING']],
    ['CANCELLED', ['UPLOADING', 'COMPLETED']],
    ['BUILDING', ['COMPLETED', 'FAILED']],
    ['PENDING', ['CANCELLED']],
  ])('flags %s over %j', (status, artifacts) => {
    expect(isConflicted(status, artifacts)).toBe(true);
  });

  it.each([
    ['COMPLETED', ['COMPLETED', 'FAILED']],
    ['FAILED', ['COMPLETED', 'FAILED']],
    ['FAILED', ['FAILED', 'BUILDING']],
    ['FAILED', ['CANCELLED']],
    ['CANCELLED', ['FAILED', 'CANCELLED']],
    ['BUILDING', ['COMPLETED', 'PENDING']],
    ['PENDING', ['BUILDING']],
    ['COMPLETED', []],
    ['PAUSED', ['COMPLETED']],
    ['COMPLETED', ['PAUSED']],
    ['BUILDING', ['PAUSED']],
    ['__proto__', ['BUILDING']],
  ])('does not flag %s over %j', (status, artifacts) => {
    expect(isConflicted(status, artifacts)).toBe(false);
  });
});
