import { expect, it } from 'vitest';
import { familyOf } from './familyOf.ts';

it.each([
  ['swe-gym.django-123', 'swe-gym'],
  ['r2e-gym/django', 'r2e-gym'],
  ['humaneval-x-js-11647', 'humaneval-x-js'],
  ['codecontests-00012', 'codecontests'],
  ['pytorch-cuda', 'pytorch-cuda'],
  ['task_7_final', 'task'],
  ['42', '42'],
  ['/x', '/x'],
  ['', ''],
])('takes %j for one of %j', (name, family) => {
  expect(familyOf(name)).toBe(family);
});
