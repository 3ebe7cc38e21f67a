import { expect, it } from 'vitest';
import { imageReference } from '../../../lib/imageReference.ts';
import { expectLinear, LINEAR_TIMEOUT } from '../../../lib/testing/expectLinear.ts';
import { artifactOf, buildOf } from '../testing/storeOf.ts';
import { cutMiddle } from './cutMiddle.ts';
import { disarm, rearm } from './disarm.ts';
import { exporters } from './exporters.ts';
import { utcTime } from './utcTime.ts';

it.each([
  ['disarm', disarm],
  ['rearm', rearm],
  ['utcTime', utcTime],
  ['cutMiddle', (text: string) => cutMiddle(text, 1000, 3000)],
  ['imageReference, a name', (text: string) => imageReference(text, 'v1')],
  ['imageReference, a tag', (text: string) => imageReference('app', text)],
] as const)('takes time in proportion to the text: %s', { timeout: LINEAR_TIMEOUT }, (_, read) => {
  expectLinear(read);
});

// What the others do with a text, `JSON.stringify` and `makeVisible`, is measured elsewhere.
const { csv, incident, markdown } = exporters;

it.each(Object.entries({ csv, incident, markdown }))(
  'takes time in proportion to the texts of a build: %s',
  {
    timeout: LINEAR_TIMEOUT,
  },
  (_, exporter) => {
    expectLinear((text) => {
      const artifacts = [artifactOf(text, { errorMessage: text, fullImagePath: text })];
      const build = buildOf(text, { imageName: text, imageTag: text, artifacts, status: 'FAILED' });
      let length = 0;
      for (const piece of exporter.pieces([{ ...build, createdAt: text }], 0))
        length += piece.length;
      expect(length).toBeGreaterThan(0);
    });
  },
);
