import fc from 'fast-check';
import type { Artifact, Build } from '../../contract/build.ts';
import { characters } from '../../lib/testing/characters.ts';

/** Texts that break careless code, and texts that are near to each other. */
const oddTexts = fc.constantFrom(
  '',
  '*',
  ':',
  '\n',
  '__proto__',
  'constructor',
  'İstanbul',
  'ΑΣ',
  'Σ',
  'ς',
  'straße',
  '\ud800',
  '\udc00',
  '\ud801\udc00',
  '\u202e<script>',
  'a*b',
  'e\u0301',
  'é',
  '\u0301',
  'ﬁ',
  'ＡＢ',
  '\u00a0b',
  ' b',
  'a  b',
  '\u200b',
  '👨\u200d👩',
  '\u001b[1ma',
  '(a+)+$',
  '\\',
);

const words = fc.constantFrom(
  'a',
  'A',
  'b',
  'ab',
  'aab',
  'ba',
  'swe-bench',
  'SWE-Bench',
  'django',
  'v9',
  'v10',
  'v010',
  'x/y',
);

export const texts = fc.oneof(
  { weight: 6, arbitrary: words },
  { weight: 1, arbitrary: oddTexts },
  { weight: 1, arbitrary: fc.string({ unit: characters, maxLength: 6 }) },
);

const two = (most: number) =>
  fc.integer({ min: 0, max: most }).map((value) => String(value).padStart(2, '0'));

/** Times of few days, in every spelling, so that many are equal and some cannot be read. */
export const timeTexts = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .record({
        year: fc.constantFrom('2026', '2026', '2026', '0001', '1969', '9999'),
        day: fc.constantFrom('01', '02', '03'),
        separator: fc.constantFrom('T', 'T', ' ', 't'),
        hour: fc.constantFrom('00', '09', '23'),
        minute: two(59),
        second: fc.option(two(59), { nil: null }),
        fraction: fc.constantFrom('', '', '.5', '.000001', '.123456', '.999999', ',25', '.1234567'),
        zone: fc.constantFrom('', 'Z', 'z', '+00:00', '+05:30', '-0130', '+05', '-00:00'),
      })
      .map(
        ({ year, day, separator, hour, minute, second, fraction, zone }) =>
          `${year}-11-${day}${separator}${hour}:${minute}${second === null ? '' : `:${second}${fraction}`}${zone}`,
      ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '',
      '1',
      '2024-02-30T00:00:00',
      'yesterday',
      '2026-11-01',
      '1970-01-01T00:00:00Z',
      '2016-12-31T23:59:60Z',
    ),
  },
);

export const statuses = fc.constantFrom(
  'PENDING',
  'UPLOADING',
  'BUILDING',
  'COMPLETED',
  'COMPLETED',
  'FAILED',
  'FAILED',
  'CANCELLED',
  'PAUSED',
  'paused',
  'completed',
  '',
);

const types = fc.constantFrom(
  'CONTAINER_IMAGE',
  'CONTAINER_IMAGE',
  'VM_SANDBOX',
  'vm_sandbox',
  'X',
);

const errors = fc.oneof(
  texts,
  fc.constantFrom('  ', 'a\u001b[1mb\u001b[0m', '\u001b[0m', ' \n z', '\u0090\u0090', 'é\tx'),
  fc.constantFrom('', 'no space left', 'no space left\nline 2', 'b\r\nc', 'b\rd', '\nx'),
);

function artifactsOf(name: string, tag: string): fc.Arbitrary<readonly Artifact[] | null> {
  const paths = fc.oneof(
    fc
      .tuple(
        fc.constantFrom('prime/acct/', 'prime/a', '', 'Σ', '\ud801'),
        fc.constantFrom('', '', '-vm', 'b'),
      )
      .map(([prefix, suffix]) => `${prefix}${name}:${tag}${suffix}`),
    texts,
  );
  return fc.option(
    fc.array(
      fc.record({
        id: texts,
        artifactType: types,
        status: statuses,
        fullImagePath: fc.option(paths, { nil: null }),
        errorMessage: fc.option(errors, { nil: null }),
        createdAt: timeTexts,
        startedAt: fc.option(timeTexts, { nil: null }),
        completedAt: fc.option(timeTexts, { nil: null }),
      }),
      { maxLength: 3 },
    ),
    { nil: null, freq: 6 },
  );
}

/** Builds whose ids come from a small set, so that they meet again. */
export const builds: fc.Arbitrary<Build> = fc.tuple(texts, texts).chain(([imageName, imageTag]) =>
  fc.record({
    id: fc.oneof(
      fc.constantFrom('c1', 'c2', 'c3', 'c4', 'C4', 'c10', '__proto__', ''),
      fc.string({ unit: characters, maxLength: 2 }),
    ),
    imageName: fc.constant(imageName),
    imageTag: fc.constant(imageTag),
    status: statuses,
    createdAt: timeTexts,
    startedAt: fc.option(timeTexts, { nil: null }),
    completedAt: fc.option(timeTexts, { nil: null }),
    artifacts: artifactsOf(imageName, imageTag),
  }),
);
