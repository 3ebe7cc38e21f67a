import type { Build } from '../../contract/build.ts';
import type { FaultName } from '../answer/faultOf.ts';
import type { WireBuild } from '../store/storedBuild.ts';
import { buildsAt } from './buildAt.ts';
import { DEMO_COUNT, demoPlans } from './demoPlans.ts';
import { type Life, startLife } from './life.ts';
import { oddBuilds } from './oddBuilds.ts';
import { planHistory } from './planHistory.ts';
import { withoutZones } from './withoutZones.ts';

/** What an account holds when it is first asked for, and how it goes on. */
export interface Contents {
  readonly builds: Iterable<Build | WireBuild>;
  readonly life?: Life;
}

export interface DemoKind {
  readonly summary: string;
  readonly fault?: FaultName;
  /** `start` is when the API started, milliseconds. */
  contents(seed: number, start: number): Contents;
  /** What its teams hold, by their ids. */
  readonly teams?: readonly (readonly [teamId: string, contents: DemoKind['contents']])[];
}

/** The team of `demo-team`. */
const DEMO_TEAM = 'cm9zk2w8r0003l708u5d1q6fy';

// Three hours are longer than any push takes: all have ended.
const SETTLED_MS = 3 * 3_600_000;

const still = (count: number, days: number) => (seed: number, start: number) => ({
  builds: buildsAt(planHistory({ count, seed, now: start - SETTLED_MS, days }), start),
});

const faulty = (fault: FaultName, count: number, says: string): DemoKind => ({
  summary: `${count.toLocaleString('en')} builds, ${says}`,
  fault,
  contents: still(count, 30),
});

/** Every demo account by its token. */
export const DEMO_ACCOUNTS: ReadonlyMap<string, DemoKind> = new Map<string, DemoKind>([
  [
    'demo',
    {
      summary: `${DEMO_COUNT.toLocaleString('en')} builds over 60 days, alive`,
      contents: (seed, start) => {
        const plans = demoPlans(seed, start);
        return {
          builds: buildsAt(plans, start),
          life: startLife(seed, start, plans),
        };
      },
    },
  ],
  ['demo-small', { summary: '25 builds', contents: still(25, 20) }],
  ['demo-empty', { summary: 'no builds', contents: () => ({ builds: [] }) }],
  ['demo-huge', { summary: '100,000 builds', contents: still(100_000, 365) }],
  [
    'demo-odd',
    {
      summary: 'oddities: unknown words, hostile text, impossible times',
      contents: (_seed, start) => ({ builds: oddBuilds(start) }),
    },
  ],
  [
    'demo-zoneless',
    {
      summary: '250 builds, their times without a zone',
      contents: (seed, start) => ({ builds: withoutZones(still(250, 30)(seed, start).builds) }),
    },
  ],
  [
    'demo-team',
    {
      summary: `25 builds, and 180 of the team ${DEMO_TEAM}`,
      contents: still(25, 20),
      teams: [[DEMO_TEAM, still(180, 40)]],
    },
  ],
  ['demo-slow', faulty('slow', 400, 'every answer takes 2 s')],
  ['demo-flaky', faulty('flaky', 1500, 'every third request fails')],
  ['demo-broken', faulty('broken', 400, 'answers that cannot be read')],
  [
    'demo-broken-later',
    faulty('broken-later', 1500, 'answers that cannot be read, from the fourth'),
  ],
  ['demo-broken-row', faulty('broken-row', 250, 'one of them unreadable on each page')],
  ['demo-limited', faulty('limited', 1500, 'three requests in 8 s, then 429')],
  [
    'demo-forbidden',
    {
      summary: 'a token that may not list builds (403)',
      fault: 'forbidden',
      contents: () => ({ builds: [] }),
    },
  ],
  ['demo-expires', faulty('expires', 400, 'the token ends after a minute, for a minute')],
]);
