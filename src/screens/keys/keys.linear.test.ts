import { expect, it } from 'vitest';
import { expectLinear, LINEAR_TIMEOUT } from '../../lib/testing/expectLinear.ts';
import { errorOf, nameOf, pathOf } from './build/copied.ts';
import { latinKey } from './map/latinKey.ts';
import { wordsOf } from './palette/matchName.ts';
import { artifact, build } from './testing/builds.ts';

const buildOf = (text: string) =>
  build(text, {
    imageName: text,
    imageTag: text,
    artifacts: [artifact({ errorMessage: text, fullImagePath: text, createdAt: text })],
  });

it.each([
  ['the error that is copied', (text: string) => errorOf(buildOf(text))],
  ['the path that is copied', (text: string) => pathOf(buildOf(text))],
  ['the name that is said', (text: string) => nameOf(buildOf(text))],
  ['the words that are typed', wordsOf],
  ['a key', (text: string) => latinKey({ key: text, code: text, shiftKey: false })],
] as const)('takes time in proportion to the text: %s', { timeout: LINEAR_TIMEOUT }, (_, read) => {
  expectLinear(read);
  expect.hasAssertions();
});
