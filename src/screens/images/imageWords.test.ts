import { describe, expect, it } from 'vitest';
import type { Build } from '../../contract/build.ts';
import { artifactOf, buildOf } from '../../contract/testing/builds.ts';
import { ImageNames } from '../../insights/images/ImageNames.ts';
import { pushAgain } from '../../insights/images/pushAgain.ts';
import { pushWords, withLeft } from '../../insights/images/pushWords.ts';
import { tableOf } from '../../list/testing/tableOf.ts';
import { imageLines } from '../frame/lens/imageLines.ts';
import {
  allGoodPaths,
  mainGood,
  medianText,
  p95Text,
  stateWords,
  usualText,
} from './imageWords.ts';

const NOW = Date.UTC(2026, 10, 21);

function read(builds: readonly Build[]) {
  const names = new ImageNames();
  const table = tableOf(builds);
  names.facts(table);
  while (!names.work(50)) {
    // Reads the rest.
  }
  const facts = names.facts(table);
  const rows = Uint32Array.from(builds, (_, row) => row);
  const picked = names.pick(facts, rows);
  return { facts, rows, picked, images: picked.images };
}

function imageOf(...builds: readonly Build[]) {
  const [first] = read(builds).images;
  if (first === undefined) throw new Error('no image');
  return first.image;
}

describe('the state of an image', () => {
  it('says how many tries had no success, and nothing final of a list in parts', () => {
    const image = imageOf(buildOf('a', { status: 'FAILED' }), buildOf('b', { status: 'FAILED' }));
    expect(stateWords(image, true).whole).toBe('No success in 2 tries');
    expect(stateWords(image, false).whole).toBe('No success in 2 tries so far');
  });
});

describe('last good paths', () => {
  const built = buildOf('a', {
    artifacts: [
      artifactOf('v', { artifactType: 'VM_SANDBOX', fullImagePath: 'vm/app:v1' }),
      artifactOf('c', { fullImagePath: 'registry/app:v1' }),
    ],
  });

  it('show that of the container image in the row, and all of them when copied', () => {
    expect(mainGood(imageOf(built))?.path).toBe('registry/app:v1');
    expect(allGoodPaths(read([built, { ...built, id: 'b' }]).images).toSorted()).toEqual([
      'registry/app:v1',
      'vm/app:v1',
    ]);
    expect(read([built, { ...built, id: 'b' }]).picked.paths).toBe(2);
  });
});

describe('durations', () => {
  it('have no median below 5 builds, and the longest instead of a 95th percentile below 20', () => {
    const few = imageOf(buildOf('a'), buildOf('b'));
    expect([medianText(few), p95Text(few)]).toEqual(['–', 'max 3 min 05 s']);
    expect(usualText(few)).toBe('longest 3 min 05 s');
    expect(usualText(imageOf(buildOf('a', { status: 'FAILED' })))).toBe('');
    const five = imageOf(...Array.from({ length: 5 }, (_, at) => buildOf(`${at}`)));
    expect(usualText(five)).toBe('usually 3 min 05 s, longest 3 min 05 s');
    const many = imageOf(...Array.from({ length: 20 }, (_, at) => buildOf(`${at}`)));
    expect([medianText(many), p95Text(many)]).toEqual(['3 min 05 s', '3 min 05 s']);
    expect(usualText(many)).toBe('usually 3 min 05 s, 95 % 3 min 05 s');
  });
});

describe('what to push again', () => {
  const at = (hour: number) => `2026-11-20T${hour}:00:00Z`;
  const failed = (id: string, imageName: string, hour: number) =>
    buildOf(id, { imageName, status: 'FAILED', createdAt: at(hour), completedAt: at(hour) });
  const { facts, rows } = read([
    failed('1', 'web', 10),
    failed('2', 'web', 11),
    failed('3', 'api', 10),
    buildOf('4', { imageName: 'api', createdAt: at(12), completedAt: at(12) }),
    failed('5', 'job', 10),
    buildOf('6', { imageName: 'job', status: 'BUILDING', createdAt: at(20), completedAt: null }),
  ]);

  it('is broken images alone, with how many were left out and why', () => {
    const push = pushAgain(facts, rows, NOW);
    expect(imageLines(push.lines)).toBe('web:v1\n');
    expect(pushWords(push)).toBe(
      '1 line for 2 builds; left out: 1 good since, 1 being built again',
    );
    expect(imageLines(withLeft(push).lines)).toBe('web:v1\napi:v1\njob:v1\n');
    expect(pushWords(withLeft(push))).toBe('3 lines for 4 builds');
  });
});
