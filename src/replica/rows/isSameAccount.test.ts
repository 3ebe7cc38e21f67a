import { expect, it } from 'vitest';
import { isSameAccount } from './isSameAccount.ts';

it.each([
  ['that shares a build', ['a', 'b'], ['x', 'b'], true],
  ['that shares none', ['a', 'b'], ['x'], false],
  ['that has no builds', ['a'], [], false],
  ['where there is nothing to lose', [], ['x'], true],
])('an account %s', (_, known, answer, same) => {
  expect(isSameAccount(new Set(known), { builds: answer.map((id) => ({ id })) })).toBe(same);
});
