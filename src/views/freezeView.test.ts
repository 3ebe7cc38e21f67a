import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../lib/testing/runs.ts';
import { parseView } from './address/parseView.ts';
import { printView } from './address/printView.ts';
import { freezeView, isRelative } from './freezeView.ts';
import { resolveTimeRange } from './terms/timeBounds.ts';
import { views } from './testing/arbitraries.ts';

const NOW = Date.UTC(2026, 10, 24, 15, 30, 7, 250);
const freeze = (search: string) => printView(freezeView(parseView(search), NOW));

describe('freezing a view', () => {
  it.each([
    ['?created=24h', '?created=2026-11-23T15:30:07.250Z..2026-11-24T15:30:07.250Z'],
    ['?-created=24h', '?-created=2026-11-23T15:30:07.250Z%2E%2E'],
    ['?created=>7d', '?created=%3C2026-11-17T15:30:07.250Z'],
    ['?ended=today', '?ended=2026-11-24'],
    ['?ended=yesterday..today', '?ended=2026-11-23..2026-11-24'],
    ['?ended=last-week', '?ended=2026-11-16..2026-11-22'],
    ['?ended=<this-month', '?ended=%3C2026-11-01'],
    ['?ended=>last-week', '?ended=%3E2026-11-22'],
    ['?ended=today&zone=Asia/Tokyo', '?ended=2026-11-25&zone=Asia/Tokyo'],
    ['?ended=2d..1d', '?ended=2026-11-22T15:30:07.250Z..2026-11-23T15:30:07.249Z'],
    ['?status=FAILED&created=2026-11-01', '?status=FAILED&created=2026-11-01'],
  ])('makes %s %s', (search, frozen) => {
    expect(freeze(search)).toBe(frozen);
  });

  it('shows the same builds at any later time', () => {
    fc.assert(
      fc.property(views, fc.integer({ min: 0, max: 4e12 }), fc.nat(4e12), (view, now, later) => {
        const frozen = freezeView(view, now);
        expect(isRelative(frozen)).toBe(false);
        expect(frozen.filter.length).toBeLessThanOrEqual(view.filter.length);
        expect(parseView(printView(frozen))).toEqual(frozen);
        for (const term of view.filter) {
          if (term.kind !== 'time') continue;
          const alone = freezeView({ ...view, filter: [term] }, now).filter[0];
          if (alone?.kind !== 'time') throw new Error('a time became something else');
          const meant = resolveTimeRange(term.range, now, view.zone ?? 'UTC');
          const kept = resolveTimeRange(alone.range, now + later, view.zone ?? 'UTC');
          expect(kept.from).toBe(meant.from);
          if (meant.to === null) continue;
          // A stretch without length cannot be written and becomes a millisecond.
          expect(kept.to).toBe(Math.max(meant.to, (meant.from ?? -Infinity) + 1));
        }
      }),
      { numRuns: runs(2000) },
    );
  });

  it('tells a view that moves from one that stays', () => {
    expect(isRelative(parseView('?created=24h'))).toBe(true);
    expect(isRelative(parseView('?created=2026-11-01..today'))).toBe(true);
    expect(isRelative(parseView('?created=2026-11-01&status=FAILED'))).toBe(false);
  });
});
