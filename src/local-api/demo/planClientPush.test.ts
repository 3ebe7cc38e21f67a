import { expect, it } from 'vitest';
import type { Plan } from './Plan.ts';
import { planClientPush } from './planClientPush.ts';
import { randomFrom } from './random.ts';

const AT = Date.UTC(2026, 10, 24, 9);
const MINUTE = 60_000;
const planned = (seed: number) => [
  ...planClientPush(randomFrom(seed, 'watched', 0), { at: AT, tag: 'v6', counter: 720_000 }),
];
const plans = planned(7);
const endOf = ({ ended }: Plan) => ended ?? Number.POSITIVE_INFINITY;
const errorsOf = (some: readonly Plan[]) =>
  some.flatMap(({ artifacts }) => artifacts.flatMap(({ error }) => error ?? []));

it('creates the next build when one of 64 slots frees, for some minutes', () => {
  const created = plans.map((plan) => plan.created).sort((a, b) => a - b);
  const most = created.map(
    (now) => plans.filter((plan) => plan.created <= now && endOf(plan) > now).length,
  );
  expect(Math.max(...most)).toBe(64);
  const last = created.at(-1) ?? AT;
  expect(last - AT).toBeGreaterThan(3 * MINUTE);
  expect(last - AT).toBeLessThan(10 * MINUTE);
});

it('has one cause of failures, which begins half-way', () => {
  expect(errorsOf(plans.slice(0, plans.length / 2))).toEqual([]);
  const errors = errorsOf(plans.slice(plans.length / 2));
  expect(errors.length).toBeGreaterThan(20);
  expect(errors.every((error) => error.includes('503 Service Unavailable'))).toBe(true);
});

it('has one image that takes far longer than all others', () => {
  const took = plans
    .flatMap((plan) => (plan.building === null ? [] : [endOf(plan) - plan.building]))
    .sort((a, b) => b - a);
  const [slowest = 0, next = 0] = took;
  const median = took[took.length / 2] ?? took[Math.floor(took.length / 2)] ?? 0;
  expect(slowest).toBeGreaterThan(3 * median);
  expect(slowest).toBeGreaterThan(next);
});

it('is the same at each start with one seed, and another with another', () => {
  expect(planned(7)).toEqual(plans);
  expect(planned(8)).not.toEqual(plans);
});
