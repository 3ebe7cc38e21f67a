import fc from 'fast-check';
import { characters } from '../../lib/testing/characters.ts';
import {
  COLUMNS,
  DENSITIES,
  LENS_SORTS,
  LENSES,
  makeView,
  SHOWN,
  SORT_COLUMNS,
  TIMELINES,
  type View,
} from '../address/View.ts';
import { HAS_WORDS, IS_WORDS, makeFilter, type Term } from '../terms/Filter.ts';
import { FIELD_NAMES, type SpanField, type TextField, type TimeField } from '../terms/fields.ts';
import { IS_MARKS } from '../terms/marks.ts';
import type { SpanRange } from '../terms/spanRange.ts';
import { DAY_WORDS, type TimePoint, type TimeRange } from '../terms/TimePoint.ts';

/** Texts that meet every special character of the two spellings, and any other. */
export const texts: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: characters, maxLength: 8 }),
  fc
    .array(
      fc.constantFrom(
        ...[' ', '"', ',', '*', '=', '-', ':', '\\', '\t', '\u00a0', '+', '%', '&', '#', '..', '>'],
        ...['a', 'B', 'é', '7', 'status', 'tag:', 'is:', '-tag:x', '(a+)+$', '😀', '\ufeff', "'"],
      ),
      { maxLength: 6 },
    )
    .map((parts) => parts.join('')),
);

const words = fc.oneof(
  fc.constantFrom('FAILED', 'failed', 'Completed', 'PENDING', 'vm', 'VM_SANDBOX', 'PAUSED', ''),
  texts,
);

const dates = fc
  .date({
    min: new Date('0001-01-01T00:00:00Z'),
    max: new Date('9998-12-31T00:00:00Z'),
    noInvalidDate: true,
  })
  .map((date) => date.toISOString());

export const timePoints: fc.Arbitrary<TimePoint> = fc.oneof(
  fc.record({
    kind: fc.constant('ago' as const),
    amount: fc.integer({ min: 1, max: 99_999 }),
    unit: fc.constantFrom('m' as const, 'h' as const, 'd' as const, 'w' as const),
  }),
  fc.record({
    kind: fc.constant('day' as const),
    word: fc.constantFrom(...DAY_WORDS),
  }),
  fc
    .tuple(dates, fc.constantFrom(7, 10))
    .map(([iso, length]) => ({ kind: 'date' as const, text: iso.slice(0, length) })),
  fc
    .tuple(dates, fc.constantFrom(1 as const, 1000 as const, 60_000 as const))
    .map(([iso, resolution]) => ({
      kind: 'instant' as const,
      ms: Math.floor(Date.parse(iso) / resolution) * resolution,
      resolution,
    })),
);

export const timeRanges: fc.Arbitrary<TimeRange> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('in', 'before', 'upTo', 'since', 'after'),
    at: timePoints,
  }),
  fc.record({ kind: fc.constant('between' as const), from: timePoints, to: timePoints }),
);

const spans = fc.oneof(
  fc.integer({ min: 0, max: 100_000_000 }),
  fc.integer({ min: 0, max: 1000 }).map((minutes) => minutes * 60_000),
);

export const spanRanges: fc.Arbitrary<SpanRange> = fc.oneof(
  fc.record({ kind: fc.constantFrom('over', 'atLeast', 'under', 'atMost'), ms: spans }),
  fc.record({ kind: fc.constant('between' as const), from: spans, to: spans }),
);

const not = fc.boolean();
const textFields: readonly TextField[] = ['image', 'tag', 'id', 'path', 'error'];
const timeFields: readonly TimeField[] = ['created', 'started', 'ended'];
const spanFields: readonly SpanField[] = ['duration', 'wait'];

export const terms: fc.Arbitrary<Term> = fc.oneof(
  fc.record({
    kind: fc.constant('words' as const),
    field: fc.constantFrom('status' as const, 'artifact' as const),
    values: fc.array(words, { maxLength: 4 }),
    not,
  }),
  fc.record({
    kind: fc.constant('words' as const),
    field: fc.constantFrom('is' as const, 'has' as const),
    values: fc.array(fc.constantFrom(...IS_WORDS, ...HAS_WORDS), { maxLength: 4 }),
    not,
  }),
  fc.record({
    kind: fc.constant('text' as const),
    field: fc.constantFrom(...textFields),
    values: fc.array(
      fc.record({ match: fc.constantFrom('contains', 'whole', 'exact'), text: texts }),
      { maxLength: 4 },
    ),
    not,
  }),
  fc.record({ kind: fc.constant('free' as const), text: texts, not }),
  fc
    .oneof(
      fc.record({ field: fc.constant('is' as const), value: fc.constantFrom(...IS_MARKS, 'x') }),
      fc.record({ field: fc.constant('cause' as const), value: fc.stringMatching(/^[0-9A-Fx]*$/) }),
      fc.record({ field: fc.constant('batch' as const), value: texts }),
      fc.record({
        field: fc.constant('since' as const),
        value: fc.constantFrom('last', 'LAST', '', '2026-11-26T17:40:03.120Z'),
      }),
    )
    .chain((said) => not.map((turned) => ({ kind: 'mark' as const, ...said, not: turned }))),
  fc.record({
    kind: fc.constant('time' as const),
    field: fc.constantFrom(...timeFields),
    range: timeRanges,
    not,
  }),
  fc.record({
    kind: fc.constant('span' as const),
    field: fc.constantFrom(...spanFields),
    range: spanRanges,
    not,
  }),
);

export const filters = fc.array(terms, { maxLength: 6 }).map(makeFilter);

export const views: fc.Arbitrary<View> = fc
  .record({
    lens: fc.constantFrom(...LENSES),
    lensSort: fc.option(
      fc.record({
        column: fc.constantFrom(...Object.values(LENS_SORTS).flat()),
        descending: fc.boolean(),
      }),
      { nil: null },
    ),
    filter: filters,
    zone: fc.constantFrom(null, 'UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu'),
    sort: fc.array(
      fc.record({ column: fc.constantFrom(...SORT_COLUMNS), descending: fc.boolean() }),
      { maxLength: 3 },
    ),
    open: fc.array(texts, { maxLength: 3 }),
    columns: fc.option(fc.array(fc.constantFrom(...COLUMNS), { maxLength: 4 })),
    density: fc.option(fc.constantFrom(...DENSITIES)),
    timeline: fc.option(fc.constantFrom(...TIMELINES), { nil: null }),
    compare: fc.option(
      fc.constantFrom('24h', 'today', '2026-11-01,2026-11-08', 'batch:a,b', 'x y'),
      { nil: null },
    ),
    show: fc.option(fc.constantFrom(...SHOWN), { nil: null }),
    list: fc.option(texts.filter((text) => text.trim() !== '')),
    name: fc.option(texts.filter((text) => text.trim() !== '')),
  })
  .map(makeView);

/** Addresses that are half right: known and unknown names, good and bad values, broken escapes. */
export const addresses: fc.Arbitrary<string> = fc
  .array(
    fc
      .tuple(
        fc.constantFrom('', '-'),
        fc.oneof(
          fc.constantFrom(
            ...FIELD_NAMES,
            'lens',
            'zone',
            'q',
            'sort',
            'open',
            'columns',
            'density',
            'timeline',
            'compare',
            'show',
            'list',
            'view',
          ),
          fc.constantFrom('stauts', 'page', 'name', 'Status', 'token', '__proto__', '%E0%A4%A', ''),
          texts,
        ),
        fc.constantFrom('=', '', '=='),
        fc.array(
          fc.oneof(
            fc.constantFrom('FAILED', 'foo', 'active', '24h', '>10m', '..', 'today', '-created'),
            fc.constantFrom(',', '%2C', '%E0%A4%A', '+', '%20', '"', '%22', '*', '\ud800', '-x'),
            fc.constantFrom(
              'image',
              '__proto__',
              'compact',
              'figures',
              '2026-11-01',
              'pit_0123456789',
            ),
            texts,
          ),
          { maxLength: 5 },
        ),
      )
      .map(([minus, name, equals, value]) => `${minus}${name}${equals}${value.join('')}`),
    { maxLength: 6 },
  )
  .map((pieces) => `?${pieces.join('&')}`);
