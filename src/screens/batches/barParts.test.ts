import fc from 'fast-check';
import { expect, it } from 'vitest';
import { barParts } from './barParts.ts';

const count = fc.nat(100_000);
const progress = fc.record({
  state: fc.constant('submitted' as const),
  images: count,
  completed: count,
  failed: count,
  cancelled: count,
  active: count,
  stalled: count,
  other: count,
  retries: count,
  share: fc.constant(null),
  endedPerMinute: count,
  tookMs: fc.constant(null),
  left: fc.constant([]),
});

it('fills the bar with a part for each status that there is, none too thin to be seen', () => {
  fc.assert(
    fc.property(progress, (of) => {
      const { completed, failed, cancelled, active, stalled, other } = of;
      const parts = barParts(of);
      const there = [completed, failed, cancelled, active, stalled, other].filter((n) => n > 0);
      expect(parts).toHaveLength(there.length);
      parts.forEach(({ from, to }, at) => {
        expect(from).toBeCloseTo(at === 0 ? 0 : (parts[at - 1]?.to ?? 0));
        expect(to - from).toBeGreaterThan(0.015);
      });
      if (parts.length > 0) expect(parts.at(-1)?.to).toBeCloseTo(1);
    }),
  );
});

it('lets failed ones stand out by their height and not by colour alone', () => {
  const none = { cancelled: 0, active: 0, stalled: 0, other: 0, images: 2, retries: 0 };
  const [good, bad] = barParts({
    ...none,
    state: 'ended',
    completed: 1,
    failed: 1,
    share: 1,
    endedPerMinute: 0,
    tookMs: 1,
    left: [],
  });
  expect(bad?.height).toBeGreaterThan(good?.height ?? 1);
});
