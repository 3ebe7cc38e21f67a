import { expect, it, vi } from 'vitest';
import { inTurn, SLICE_MS, workInSlices } from './workInSlices.ts';

/** A page that becomes idle when it is told to. */
function quietPage() {
  const waiting = new Set<() => void>();
  return {
    idle: (run: () => void) => {
      waiting.add(run);
      return () => waiting.delete(run);
    },
    rest: () => {
      const [next] = waiting;
      if (next === undefined) return false;
      waiting.delete(next);
      next();
      return true;
    },
  };
}

it('works a slice at each rest of the page, and says once that it is done', () => {
  const page = quietPage();
  const work = vi.fn().mockReturnValueOnce(false).mockReturnValueOnce(false).mockReturnValue(true);
  const done = vi.fn();
  workInSlices(work, done, page.idle);
  expect(work).not.toHaveBeenCalled();
  expect([page.rest(), page.rest()]).toEqual([true, true]);
  expect(done).not.toHaveBeenCalled();
  expect([page.rest(), page.rest()]).toEqual([true, false]);
  expect(work.mock.calls).toEqual([[SLICE_MS], [SLICE_MS], [SLICE_MS]]);
  expect(done).toHaveBeenCalledOnce();
});

it('stops where it is when it is called off', () => {
  const page = quietPage();
  const work = vi.fn(() => false);
  const cancel = workInSlices(work, () => {}, page.idle);
  page.rest();
  cancel();
  expect(page.rest()).toBe(false);
  expect(work).toHaveBeenCalledOnce();
});

it('begins each of several works in a slice of its own', () => {
  const page = quietPage();
  const steps: string[] = [];
  const first = vi.fn().mockReturnValueOnce(false).mockReturnValue(true);
  const second = () => steps.push('second') > 0;
  const done = () => steps.push('done');
  workInSlices(inTurn([first, second]), done, page.idle);
  page.rest();
  page.rest();
  expect(first).toHaveBeenCalledTimes(2);
  expect(steps).toEqual([]);
  page.rest();
  expect(steps).toEqual(['second', 'done']);
  expect(page.rest()).toBe(false);
});
