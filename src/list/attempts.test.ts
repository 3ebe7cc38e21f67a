import { describe, expect, it } from 'vitest';
import { artifactOf, buildOf } from '../contract/testing/builds.ts';
import { isEarlierAttempt, isErrorOfEarlierAttempt, newestOfType } from './attempts.ts';

const at = (hour: number) => `2026-11-20T0${hour}:00:00Z`;
const first = artifactOf('a', { createdAt: at(1), status: 'FAILED', errorMessage: 'no space' });
const second = artifactOf('b', { createdAt: at(2) });
const vm = artifactOf('v', { createdAt: at(1), artifactType: 'VM_SANDBOX' });

describe('several attempts of one type', () => {
  it.each([
    [
      [first, second, vm],
      ['b', 'v'],
    ],
    [
      [second, vm, first],
      ['b', 'v'],
    ],
    [
      [vm, first],
      ['v', 'a'],
    ],
    [[], []],
    [[first, artifactOf('z', { createdAt: at(1) })], ['z']],
    [[first, artifactOf('z', { createdAt: 'soon' })], ['z']],
    [[first, artifactOf('z', { createdAt: at(2), artifactType: 'container_image' })], ['z']],
  ])('leave the newest of each: %#', (artifacts, ids) => {
    expect(newestOfType(artifacts).map(({ id }) => id)).toEqual(ids);
    for (const one of artifacts)
      expect(isEarlierAttempt(one, artifacts)).toBe(!ids.includes(one.id));
  });

  it.each([
    ['COMPLETED', [first, second], true],
    ['completed', [second, first], true],
    ['COMPLETED', [first, vm], false],
    ['FAILED', [first, second], false],
    ['COMPLETED', [second, vm], false],
    ['COMPLETED', null, false],
    ['COMPLETED', [{ ...vm, errorMessage: 'x' }, first, second], false],
  ])('make the error of a build that %s an old one: %#', (status, artifacts, isOld) => {
    expect(isErrorOfEarlierAttempt(buildOf('x', { status, artifacts }))).toBe(isOld);
  });
});
