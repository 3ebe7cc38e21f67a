import fc from 'fast-check';
import type { Clause, Query, TextField } from '../../list/Query.ts';
import { statuses, texts } from './arbitraryBuilds.ts';

const not = fc.boolean();
const list = <T>(values: fc.Arbitrary<T>) => fc.array(values, { maxLength: 3 });

const needles = fc.oneof(
  texts,
  fc.constantFrom('a*', '*b', '*', '**', 'prime/*', '*:*', 'e/a', 'h:v', 'acct/', 'c', '-vm', 'ς'),
  fc.tuple(texts, texts).map(([left, right]) => `${left}:${right}`),
  fc.tuple(texts, texts).map(([left, right]) => `${left}*${right}`),
);

/** Times within the days that builds are made in, and spans up to a day. */
const moments = fc.option(
  fc.integer({ min: -1, max: 80 }).map((hours) => Date.UTC(2026, 10, 1, hours)),
  { nil: null },
);
const spans = fc.option(
  fc.integer({ min: -1, max: 48 * 3600 }).map((s) => s * 1000),
  { nil: null },
);

const clauses: fc.Arbitrary<Clause> = fc.oneof(
  fc.record({ kind: fc.constant('status' as const), values: list(statuses), not }),
  fc.record({
    kind: fc.constant('artifact' as const),
    values: list(fc.constantFrom('CONTAINER_IMAGE', 'vm_sandbox', 'x', 'none')),
    not,
  }),
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('text' as const),
      field: fc.constantFrom<TextField[]>('image', 'tag', 'id', 'path', 'error', 'any', 'any'),
      patterns: fc.array(
        fc.record({
          match: fc.constantFrom('contains', 'contains', 'whole', 'exact'),
          text: needles,
        }),
        { maxLength: 2 },
      ),
      not,
    }),
  },
  fc.record({
    kind: fc.constant('time' as const),
    field: fc.constantFrom('created', 'started', 'ended'),
    from: moments,
    to: moments,
    not,
  }),
  fc.record({
    kind: fc.constant('span' as const),
    field: fc.constantFrom('duration', 'wait'),
    from: spans,
    to: spans,
    not,
  }),
  fc.record({
    kind: fc.constant('is' as const),
    values: list(fc.constantFrom('active', 'stalled', 'ended', 'other', 'conflicted')),
    not,
  }),
  fc.record({
    kind: fc.constant('has' as const),
    values: list(fc.constantFrom('error', 'artifacts', 'path', 'start', 'end')),
    not,
  }),
);

/** A mark of the tests' own: the id begins with the key. */
const marked = fc.record({
  kind: fc.constant('marked' as const),
  mark: fc.constantFrom('begins', 'begins', 'unknown'),
  key: fc.constantFrom('c', 'c1', 'C', ''),
  not,
});

export const queries: fc.Arbitrary<Query> = fc.record({
  clauses: fc.array(fc.oneof({ weight: 9, arbitrary: clauses }, { weight: 1, arbitrary: marked }), {
    maxLength: 4,
  }),
  sort: fc.array(
    fc.record({
      column: fc.constantFrom(
        'status',
        'image',
        'tag',
        'artifacts',
        'error',
        'created',
        'started',
        'ended',
        'duration',
        'wait',
        'id',
      ),
      descending: fc.boolean(),
    }),
    { maxLength: 2 },
  ),
});
