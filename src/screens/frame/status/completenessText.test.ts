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
  expect(completenessText({ completeness, loaded, total, unread: 0 })).toBe(text);
});

it.each<[Completeness, number, number, number, string]>([
  ['complete', 249, 250, 1, '1 unreadable'],
  ['checking', 249, 250, 1, '249 of 250 loaded, 1 unreadable, checking'],
  ['incomplete', 1200, 1240, 3, '1,200 of 1,240 loaded, 3 unreadable, retrying'],
  ['incomplete', 250, 250, 2, '2 more than counted, 2 unreadable, retrying'],
])(
  'says of %s with %j of %j and %j unreadable: %s',
  (completeness, loaded, total, unread, text) => {
    expect(completenessText({ completeness, loaded, total, unread })).toBe(text);
  },
);
