import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../lib/testing/runs.ts';
import { filters } from '../testing/arbitraries.ts';
import { hasValue, replaceTerm, toggleValue, withoutTerm, withTerm } from './editFilter.ts';
import { parseQueryText, printQueryText } from './parseQueryText.ts';

const read = (text: string) => parseQueryText(text).filter;
const free = (text: string) => ({ kind: 'free' as const, text, not: false });

describe('editing a filter', () => {
  it('adds, replaces and removes conditions', () => {
    const filter = read('status:failed web');
    expect(printQueryText(withTerm(filter, free('cuda')))).toBe('status:failed web cuda');
    expect(withTerm(filter, free('web'))).toEqual(filter);
    expect(printQueryText(withoutTerm(filter, 0))).toBe('web');
    expect(printQueryText(replaceTerm(filter, 1, free('api')))).toBe('status:failed api');
    expect(printQueryText(replaceTerm(filter, 1, null))).toBe('status:failed');
  });

  it.each([
    ['', 'status:failed'],
    ['status:cancelled web', 'status:cancelled,failed web'],
    ['status:failed', ''],
    ['status:failed,cancelled', 'status:cancelled'],
    ['-status:failed', 'status:failed'],
    ['-status:failed,cancelled', '-status:cancelled status:failed'],
  ])('toggles failed in “%s”', (before, after) => {
    expect(printQueryText(toggleValue(read(before), 'status', 'FAILED'))).toBe(after);
    expect(printQueryText(toggleValue(read(before), 'status', 'failed'))).toBe(after);
  });

  it('lists a value after a toggle that did not, and the other way round', () => {
    fc.assert(
      fc.property(
        filters,
        fc.constantFrom('status' as const, 'artifact' as const, 'is' as const),
        fc.constantFrom('failed', 'VM_SANDBOX', 'active', 'PAUSED'),
        (filter, field, value) => {
          fc.pre(field !== 'is' || value === 'active');
          const toggled = toggleValue(filter, field, value);
          expect(hasValue(toggled, field, value)).toBe(!hasValue(filter, field, value));
          expect(read(printQueryText(toggled))).toEqual(toggled);
        },
      ),
      { numRuns: runs(1000) },
    );
  });
});
