import { expect, it } from 'vitest';
import { type Calls, countCall, type Fault, type FaultName, faultOf } from './faultOf.ts';

/** What becomes of calls made at these milliseconds. */
function faults(name: FaultName, times: readonly number[]): Fault[] {
  let calls: Calls | undefined;
  return times.map((at) => {
    calls = countCall(calls, at);
    return faultOf(name, calls, at);
  });
}
const words = (found: readonly Fault[]) =>
  found.map((one) => (one.kind === 'instead' ? one.status : one.kind));
const each = (count: number, apart = 100) => Array.from({ length: count }, (_, at) => at * apart);

it('flaky fails every third call, each time otherwise', () => {
  expect(words(faults('flaky', each(9)))).toEqual([
    ...['none', 'none', 502],
    ...['none', 'none', 503],
    ...['none', 'none', 'reset'],
  ]);
});

it('limited says how long to wait, and recovers when that has passed', () => {
  const found = faults('limited', [0, 500, 1000, 1500, 7999, 8000, 8001, 8002, 8003, 40_000]);
  expect(words(found)).toEqual([
    ...['none', 'none', 'none', 429, 429],
    ...['none', 'none', 'none', 429],
    'none',
  ]);
  expect(found[3]).toMatchObject({ headers: { 'retry-after': '7' } });
  expect(found[4]).toMatchObject({ headers: { 'retry-after': '1' } });
});

it('expires a minute after the first call, for a minute', () => {
  const times = [5000, 64_999, 65_000, 124_999, 125_000];
  expect(words(faults('expires', times))).toEqual(['none', 'none', 401, 401, 'none']);
});

it('broken never answers what can be read, broken-later not from the fourth on', () => {
  expect(words(faults('broken', each(3)))).toEqual(['cut', 200, 'cut']);
  expect(words(faults('broken-later', each(5)))).toEqual(['none', 'none', 'none', 200, 'cut']);
});

it('slow, forbidden and broken-row are the same at every call', () => {
  expect(words(faults('slow', each(2)))).toEqual(['late', 'late']);
  expect(words(faults('forbidden', each(2)))).toEqual([403, 403]);
  expect(words(faults('broken-row', each(2)))).toEqual(['spoilt', 'spoilt']);
});
