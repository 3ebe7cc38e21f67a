import { expect } from 'vitest';
import { HOSTILE_TEXTS } from './hostileTexts.ts';

const SMALL = 31_250;
const LARGE = 500_000;
/**
 * Sixteen times the text may take so many times as long: a function in proportion takes 16 times,
 * one in proportion to the square 256 times. The limit is as far from the one as from the other.
 */
const MOST_RATIO = 64;
/** What takes no longer is not compared: a quadratic function takes minutes. Milliseconds. */
const NOTHING = 250;
/** A small text alone must not take longer. Milliseconds. */
const MOST_SMALL = 2000;
/** Memory is cleared away, and other work done, at any time: the best of some pairs counts. */
const TRIES = 6;

/** For a test of this kind, on a machine that has much else to do. Milliseconds. */
export const LINEAR_TIMEOUT = 240_000;

/**
 * Fails when a function that reads text takes more than in proportion to it, for any of the
 * hostile shapes: the time for 500 kB is at most 64 times that for a sixteenth of it, in one run.
 * Counted is the time of the processor, which grows little with what else the machine does. Give
 * the test a timeout of `LINEAR_TIMEOUT`.
 */
export function expectLinear(read: (text: string) => unknown): void {
  for (const { name, make } of HOSTILE_TEXTS) {
    const small = make(SMALL);
    const first = timeOf(read, small);
    expect(first, `${name}: milliseconds for 31 kB`).toBeLessThan(MOST_SMALL);
    const large = make(LARGE);
    let quick = first;
    let slow = timeOf(read, large);
    for (let tried = 1; tried < TRIES && slow > allowed(quick); tried += 1) {
      quick = timeOf(read, small);
      slow = timeOf(read, large);
    }
    expect(slow, `${name}: milliseconds for 500 kB, of ${quick} for 31 kB`).toBeLessThanOrEqual(
      allowed(quick),
    );
  }
}

const allowed = (quick: number): number => Math.max(NOTHING, quick * MOST_RATIO);

function timeOf(read: (text: string) => unknown, text: string): number {
  const before = process.cpuUsage();
  read(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
