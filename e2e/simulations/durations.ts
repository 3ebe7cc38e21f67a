import {
  type DurationScore,
  simulateDemo,
  simulateWorld,
  WORLDS,
} from '../../src/insights/testing/simulateDurations.ts';

const SEED = 5;
const BUILDS = 1000;
const DEMO_BUILDS = 600;

/** How well "usually A to B" and "longer than usual" do, line by line. */
export function* lines(): Generator<string> {
  yield 'Durations: "usually A to B" before rounding (goal 45 to 55 %), "longer than usual" of healthy builds (goal at most 3 %)';
  for (const world of WORLDS) yield lineOf(simulateWorld(world, BUILDS, SEED));
  yield 'The demo account, by what a build was compared with (no goal: its pushes change)';
  for (const score of simulateDemo(DEMO_BUILDS, SEED)) yield lineOf(score);
}

function lineOf({ name, builds, covered, warned }: DurationScore): string {
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`.padStart(7);
  return `  ${name.padEnd(18)} ${String(builds).padStart(5)} builds  usual ${percent(covered)}  longer ${percent(warned)}`;
}
