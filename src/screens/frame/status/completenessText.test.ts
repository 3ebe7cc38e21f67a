import { expect, it } from 'vitest';
import type { Completeness } from '../../../replica/ReplicaState.ts';
import { completenessText } from './Completeness.tsx';

it.each<[Completeness, number, number | null, string]>([
  ['empty', 0, null, 'loading'],
  ['loading', 12_300, 100_000, 'loading 12,300 of 100,000'],
  ['loading', 12_300, null, 'loading 12,300'],
  ['complete', 5, 5, 'complete'],
  ['checking', 1236, 1240, '1,236 of 1,240 loaded, checking'],
  ['checking', 1240, 1240, '1,240 of 1,240 loaded, checking'],
  ['checking', 1240, null, '1,240 loaded, checking'],
  ['checking', 1242, 1240, '2 more than counted, checking'],
  ['incomplete', 1236, 1240, '1,236 of 1,240 loaded, retrying'],
  ['incomplete', 2500, 1240, '1,260 more than counted, retrying'],
  ['stopped', 100, 1240, 'stopped at 100 of 1,240'],
  ['unprovable', 1, 1240, '1 build, cannot be proven complete'],
])('says of %s with %j of %j: %s', (completeness, loaded, total, text) => {
  expect(completenessText({ completeness, loaded, total })).toBe(text);
});
