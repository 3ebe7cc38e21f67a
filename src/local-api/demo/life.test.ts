import { expect, it } from 'vitest';
import type { Build } from '../../contract/build.ts';
import { isActive, STATUSES, type Status } from '../../contract/status.ts';
import { buildsAt } from './buildAt.ts';
import { DEMO_COUNT, demoPlans } from './demoPlans.ts';
import { startLife } from './life.ts';

const seed = 3;
const start = Date.UTC(2026, 10, 24, 9);
const plans = demoPlans(seed, start);
const MINUTE = 60_000;

/** The account after living through these moments. */
function lived(moments: readonly number[]): Map<string, Build> {
  const life = startLife(seed, start, plans);
  const builds = new Map([...buildsAt(plans, start)].map((build) => [build.id, build]));
  for (const at of moments) for (const build of life.advance(at)) builds.set(build.id, build);
  return builds;
}
/** One text for all of them: comparing thousands of objects field by field takes seconds. */
const written = (builds: Map<string, Build>) =>
  [...builds.values()]
    .map((build) => JSON.stringify(build))
    .sort()
    .join('\n');

it('begins with the same number of builds at every start', () => {
  expect([...buildsAt(plans, start)]).toHaveLength(DEMO_COUNT);
  const [other, later] = [seed + 1, start + 12_345_678.9];
  expect([...buildsAt(demoPlans(other, later), later)]).toHaveLength(DEMO_COUNT);
});

it('stands the same at a time, however often it was asked before', () => {
  const end = start + 9 * MINUTE;
  const once = written(lived([end]));
  const often = Array.from({ length: 180 }, (_, at) => start + (at + 1) * 3000);
  expect(written(lived(often)) === once).toBe(true);
  expect(written(lived([start + 1, start + 4 * MINUTE, end])) === once).toBe(true);
});

it('moves within the first ten seconds and grows with time', () => {
  expect(startLife(seed, start, plans).advance(start + 10_000).length).toBeGreaterThan(0);
  expect(lived([start + 3 * MINUTE]).size).toBeGreaterThan(DEMO_COUNT);
});

it('ignores a clock that goes back', () => {
  const life = startLife(seed, start, plans);
  life.advance(start + MINUTE);
  expect(life.advance(start + 1000)).toEqual([]);
  expect(life.advance(start + MINUTE)).toEqual([]);
});

it('only ever moves a build forward, through every status', () => {
  const life = startLife(seed, start, plans);
  const seen = new Map<string, Build>();
  const statuses = new Set<string>();
  for (let at = start; at < start + 12 * MINUTE; at += 700) {
    for (const build of life.advance(at)) {
      const before = seen.get(build.id);
      const rank = (word: string | undefined) => STATUSES.indexOf((word ?? 'PENDING') as Status);
      expect(rank(build.status)).toBeGreaterThanOrEqual(rank(before?.status));
      if (before) expect(isActive(before.status)).toBe(true);
      if (isActive(build.status)) expect(build.completedAt).toBeNull();
      else expect(build.completedAt).not.toBeNull();
      statuses.add(build.status);
      seen.set(build.id, build);
    }
  }
  expect([...statuses]).toEqual(expect.arrayContaining(['UPLOADING', 'BUILDING', 'COMPLETED']));
});

it('holds orphans of weeks ago that never end', () => {
  const late = [...lived([start + 60 * MINUTE]).values()];
  const old = late.filter(
    (build) => isActive(build.status) && build.createdAt < '2026-11-23T09:00:00',
  );
  expect(old.length).toBe(7);
});

it('shows a push of many images as its client makes it, once in each half hour', () => {
  const pushed = (builds: Map<string, Build>, tag: string) =>
    [...builds.values()].filter(
      ({ imageName, imageTag }) => imageName.startsWith('swe-rebench.') && imageTag === tag,
    );
  const soon = pushed(lived([start + MINUTE]), 'v6');
  expect(soon.length).toBeGreaterThanOrEqual(64);
  const active = soon.filter(({ status }) => isActive(status)).length;
  expect(active).toBeGreaterThan(55);
  expect(active).toBeLessThanOrEqual(64);
  const later = lived([start + 25 * MINUTE]);
  expect(pushed(later, 'v6')).toHaveLength(400);
  expect(pushed(later, 'v6').filter(({ status }) => isActive(status))).toEqual([]);
  expect(pushed(later, 'v7')).toEqual([]);
  expect(pushed(lived([start + 32 * MINUTE]), 'v7').length).toBeGreaterThan(0);
});
