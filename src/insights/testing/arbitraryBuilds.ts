import fc from 'fast-check';
import type { Artifact, Build } from '../../contract/build.ts';
import { characters } from '../../lib/testing/characters.ts';

const DAY = 86_400_000;
/** "Now" of the tests: the builds lie in the weeks before it, and a few after. */
export const NOW = Date.UTC(2026, 10, 24, 9);

const names = fc.constantFrom('swe-1', 'swe-2', 'python', 'family/x.9', 'Σ', '');
const tags = fc.constantFrom('v1', 'v1', 'latest');

const times = fc.oneof(
  {
    weight: 9,
    arbitrary: fc
      .tuple(fc.integer({ min: 0, max: 30 }), fc.constantFrom(0, 1, 3600_000, 7_200_500))
      .map(([days, ms]) => new Date(NOW - days * DAY + ms).toISOString()),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'yesterday',
      '2026-11-20T09:00:00.123456',
      '2027-01-01',
      '0001-01-01T00:00:00Z',
      '1970-01-01T00:00:00Z',
      '1965-06-01T00:00:00Z',
      '9999-12-31T23:59:59.999Z',
    ),
  },
);

const errors = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom(
      null,
      '',
      '  \n',
      '\u0007',
      'no space left on device',
      'no terminal status after 1800s',
      'no terminal status after 3000s',
      'image swe-1 is gone',
      'image swe-2 is gone',
      'ERROR: No matching distribution found for torch==2.9.9',
      'ERROR: No matching distribution found for numpy',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: characters, maxLength: 8 }) },
);

const statuses = fc.constantFrom(
  'COMPLETED',
  'COMPLETED',
  'FAILED',
  'FAILED',
  'FAILED',
  'CANCELLED',
  'BUILDING',
  'PENDING',
  'PAUSED',
  'failed',
  '',
);

const artifacts: fc.Arbitrary<Artifact> = fc.record({
  id: fc.constantFrom('a1', 'a2', 'a3'),
  artifactType: fc.constantFrom('CONTAINER_IMAGE', 'VM_SANDBOX', 'X'),
  status: statuses,
  fullImagePath: fc.option(fc.constantFrom('p/one', 'p/two', ''), { nil: null }),
  errorMessage: errors,
  createdAt: times,
  startedAt: fc.option(times, { nil: null }),
  completedAt: fc.option(times, { nil: null }),
});

/** Builds of few images, in every state, with times in any order; ids meet again. */
export const builds: fc.Arbitrary<Build> = fc.record({
  id: fc.integer({ min: 0, max: 60 }).map((id) => `b${id}`),
  imageName: names,
  imageTag: tags,
  status: statuses,
  createdAt: times,
  startedAt: fc.option(times, { nil: null }),
  completedAt: fc.option(times, { nil: null }),
  artifacts: fc.option(fc.array(artifacts, { maxLength: 3 }), { nil: null, freq: 8 }),
});

/** An answer that brings builds, or the news that some are gone. */
export interface Step {
  readonly builds: readonly Build[];
  readonly gone: readonly string[];
}

export const histories: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    builds: fc.array(builds, { maxLength: 25 }),
    gone: fc.array(
      fc.integer({ min: 0, max: 60 }).map((id) => `b${id}`),
      { maxLength: 6 },
    ),
  }),
  { minLength: 1, maxLength: 5 },
);
