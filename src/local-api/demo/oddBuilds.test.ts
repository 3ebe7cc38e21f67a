import { expect, it } from 'vitest';
import { parseInstant } from '../../lib/instant.ts';
import { buildFromBody, storedBuild } from '../store/storedBuild.ts';
import { oddBuilds } from './oddBuilds.ts';

const now = Date.UTC(2026, 10, 24, 9);
const builds = oddBuilds(now);

it('holds ids of their own, so that none hides another', () => {
  expect(new Set(builds.map((build) => String(build['id']))).size).toBe(builds.length);
});

it('survives being stored and sent', () => {
  for (const build of builds) {
    const { body } = storedBuild(build);
    expect(JSON.stringify(JSON.parse(body)) === body).toBe(true);
  }
});

it('holds what it promises', () => {
  const read = builds
    .map((build) => buildFromBody(storedBuild(build).body))
    .filter((build) => build !== null);
  const messages = read.flatMap((build) => build.artifacts ?? []).map((one) => one.errorMessage);
  expect(read.some((build) => build.artifacts === null)).toBe(true);
  expect(read.some((build) => build.artifacts?.length === 10_000)).toBe(true);
  expect(read.some((build) => build.id.length >= 10_240)).toBe(true);
  expect(messages.some((message) => (message?.length ?? 0) >= 100_000)).toBe(true);
  expect(read.some((build) => parseInstant(build.createdAt) === null)).toBe(true);
  expect(read.some((build) => (parseInstant(build.createdAt) ?? 0) > now)).toBe(true);
  expect(read.some((build) => build.imageName.includes('\u202E'))).toBe(true);
});
