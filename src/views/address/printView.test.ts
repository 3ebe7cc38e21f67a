import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { characters } from '../../lib/testing/characters.ts';
import { runs } from '../../lib/testing/runs.ts';
import { addresses, views } from '../testing/arbitraries.ts';
import { parseView } from './parseView.ts';
import { printView } from './printView.ts';
import { EMPTY_VIEW, makeView } from './View.ts';

/** Thousands of runs take seconds on a busy machine. */
const UNHURRIED = 60_000;

const settle = (search: string) => printView(parseView(search));

describe('the address of a view', () => {
  it(
    'reads back as the same view',
    () => {
      fc.assert(
        fc.property(views, (view) => {
          expect(parseView(printView(view))).toEqual(view);
        }),
        { numRuns: runs(10_000) },
      );
    },
    UNHURRIED,
  );

  it(
    'stays as it is once it was read and written',
    () => {
      fc.assert(
        fc.property(addresses, (search) => {
          const once = settle(search);
          expect(settle(once)).toBe(once);
          expect(parseView(once)).toEqual(parseView(search));
        }),
        { numRuns: runs(10_000) },
      );
    },
    UNHURRIED,
  );

  it(
    'is read whatever it holds',
    () => {
      fc.assert(
        fc.property(fc.string({ unit: characters, maxLength: 300 }), (search) => {
          const once = settle(search);
          expect(settle(once)).toBe(once);
        }),
        { numRuns: runs(3000) },
      );
    },
    UNHURRIED,
  );

  it(
    'holds only what a browser leaves as it is',
    () => {
      fc.assert(
        fc.property(fc.oneof(views.map(printView), addresses.map(settle)), (search) => {
          expect(new URL(`https://builds.test/${search}`).search).toBe(search);
        }),
        { numRuns: runs(2000) },
      );
    },
    UNHURRIED,
  );

  it('is empty for the plain view', () => {
    expect(printView(EMPTY_VIEW)).toBe('');
    expect(printView(makeView({ sort: [{ column: 'created', descending: true }] }))).toBe('');
  });

  it.each([
    ['?status=failed,Cancelled', '?status=FAILED,CANCELLED'],
    ['status=FAILED&created=24h', '?status=FAILED&created=24h'],
    ['?created=2026-11-01..2026-11-20', '?created=2026-11-01..2026-11-20'],
    ['?created=>2026-11-01', '?created=%3E2026-11-01'],
    ['?created=>=2026-11-01', '?created=2026-11-01%2E%2E'],
    ['?created=2026-11-01..', '?created=2026-11-01%2E%2E'],
    ['?q=no%20space+left&status=FAILED', '?status=FAILED&q=no+space+left'],
    ['?q=%22no+space%22+-cuda', '?q=%22no+space%22+-cuda'],
    ['?q=(a%2B)%2B$', '?q=%28a%2B%29%2B%24'],
    ['?q=\\', '?q=%5C'],
    ['?error=no+space,denied', '?error=no+space,denied'],
    ['?image=swe-*&-tag=test', '?image=swe-%2A&-tag=test'],
    ['?name=django&type=vm', '?artifact=VM_SANDBOX&image=django'],
    ['?status=FAILED&status=CANCELLED', '?status=FAILED,CANCELLED'],
    ['?image=a&image=b', '?image=a&image=b'],
    ['?created=today&zone=Europe/Berlin', '?created=today&zone=Europe/Berlin'],
    ['?tz=UTC&created=today', '?created=today'],
    ['?created=24h&zone=Europe/Berlin', '?created=24h'],
    ['?zone=Europe/Atlantis&created=today', '?created=today&zone=Europe/Atlantis'],
    ['?created=last+week', '?created=last-week'],
    ['?sort=-duration,image', '?sort=-duration,image'],
    ['?sort=-created', ''],
    ['?open=b1,"a,b",b1', '?open=b1,%22a,b%22'],
    ['?density=compact&columns=status,image', '?columns=status,image&density=compact'],
    ['?path=prime/acme/web:1.2', '?path=prime/acme/web:1.2'],
  ])('settles %s as %s', (search, settled) => {
    expect(settle(search)).toBe(settled);
  });
});
