import { expect, it } from 'vitest';
import { parseInstant } from '../lib/instant.ts';
import { makeBuilds } from './makeBuilds.ts';

const now = Date.UTC(2026, 10, 24, 9);
const wanted = { count: 2500, seed: 7, now, days: 90 };
const builds = makeBuilds(wanted);
const at = (text: string | null) => (text === null ? null : parseInstant(text));

it('makes as many as were asked for, each with an id of its own', () => {
  expect(builds).toHaveLength(2500);
  const ids = builds.flatMap((one) => [one.id, ...(one.artifacts ?? []).map((part) => part.id)]);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !/^cm[0-9a-z]{23}$/.test(id))).toEqual([]);
  expect(makeBuilds({ ...wanted, count: 0 })).toEqual([]);
});

it('makes the same from the same seed and others from another', () => {
  const few = (seed: number) => JSON.stringify(makeBuilds({ ...wanted, count: 300, seed }));
  const first = few(7);
  expect(few(7) === first).toBe(true);
  expect(few(8) === first).toBe(false);
});

it('orders them newest first, within the days asked for', () => {
  const created = builds.map((one) => at(one.createdAt) ?? Number.NaN);
  expect([...created].sort((a, b) => b - a)).toEqual(created);
  expect(created[0]).toBeLessThanOrEqual(now);
  expect(created.at(-1)).toBeGreaterThanOrEqual(now - 91 * 86_400_000);
});

it('lets no time run backwards', () => {
  const rows = builds.flatMap((one) => [one, ...(one.artifacts ?? [])]);
  const wrong = rows.filter((row) => {
    const [created, started, ended] = [row.createdAt, row.startedAt, row.completedAt].map(at);
    if (started != null && started < (created ?? 0)) return true;
    return ended != null && ended < (started ?? created ?? 0);
  });
  expect(wrong).toEqual([]);
});

it('looks like a real list: bursts, both types, failures with reasons', () => {
  const artifacts = builds.flatMap((one) => one.artifacts ?? []);
  const share = (found: readonly unknown[]) => found.length / builds.length;
  expect(share(artifacts)).toBeGreaterThan(1.25);
  expect(share(artifacts)).toBeLessThan(1.55);
  const failed = builds.filter((one) => one.status === 'FAILED');
  expect(share(failed)).toBeGreaterThan(0.02);
  expect(share(failed)).toBeLessThan(0.2);
  expect(failed.every((one) => one.artifacts?.some((part) => part.errorMessage))).toBe(true);
  const half = failed.filter((one) => one.artifacts?.some((part) => part.status === 'COMPLETED'));
  expect(half.length).toBeGreaterThan(0);
  expect(artifacts.some((one) => one.fullImagePath === null)).toBe(true);
  expect(new Set(builds.map((one) => one.imageName)).size).toBeGreaterThan(1000);
  expect(builds.some((one) => /\.\d{6}Z$/.test(one.createdAt))).toBe(true);
  expect(builds.some((one) => !one.createdAt.includes('.'))).toBe(true);
  expect(builds.every((one) => /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(one.createdAt))).toBe(true);
});
