import { expect, it } from 'vitest';
import { imageReference } from './imageReference.ts';

const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;

it.each([
  ['team/app', 'v1', 'team/app:v1'],
  ['ubuntu', '22.04', 'ubuntu:22.04'],
  ['team/app', '', 'team/app'],
  ['team/app', DIGEST, `team/app@${DIGEST}`],
  ['team/app', `@${DIGEST}`, `team/app@${DIGEST}`],
  ['team/app', 'sha256-abc', 'team/app:sha256-abc'],
  ['team/app', 'a:b', 'team/app:a:b'],
])('%s and %j are pulled by %s', (name, tag, reference) => {
  expect(imageReference(name, tag)).toBe(reference);
});
