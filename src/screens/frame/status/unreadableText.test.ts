import { expect, it } from 'vitest';
import type { Unreadable } from '../../../contract/build.ts';
import { unreadableText } from './unreadableText.ts';

it.each<[Unreadable['lost'][], string]>([
  [['build'], '1 build'],
  [['build', 'row'], '2 builds'],
  [['artifact', 'build', 'artifact'], '1 build and 2 artifacts'],
  [['field'], '1 field'],
  [['field', 'artifact', 'row', 'field'], '1 build and 1 artifact and 2 fields'],
])('says of %j that %s could not be read', (lost, what) => {
  const text = unreadableText(lost.map((each) => ({ lost: each })));
  expect(text).toBe(`${what} could not be read. All others are shown.`);
});
