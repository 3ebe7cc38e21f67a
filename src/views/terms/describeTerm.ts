import { cutEnd, makeVisible } from '../../lib/text.ts';
import { zoneWord } from '../../lib/zone.ts';
import type { TextPattern } from '../../list/Query.ts';
import { ARTIFACT_WORDS, type Term, type TextTerm, type WordsTerm } from './Filter.ts';
import type { FieldName } from './fields.ts';
import { LAST_VISIT, type MarkTerm } from './marks.ts';
import { printSpan, type SpanRange } from './spanRange.ts';
import type { AgoUnit, TimePoint, TimeRange } from './TimePoint.ts';
import { namesDays } from './timeBounds.ts';
import { printTimePoint } from './timeRange.ts';

/**
 * A term as a chip says it: `status is failed or cancelled`, `created in the last 24 h`.
 * Characters that cannot be seen are shown, long values cut. With a `zone` the zone is said beside
 * days: `ended today (Berlin)`.
 */
export function describeTerm(term: Term, zone: string | null = null): string {
  switch (term.kind) {
    case 'free':
      return `${term.not ? 'does not mention' : 'mentions'} ${quoted(term.text)}`;
    case 'words':
      return describeWords(term);
    case 'text':
      return describeTexts(term);
    case 'mark':
      return describeMark(term);
    case 'time':
      return `${term.not ? 'not ' : ''}${TIME_VERBS[term.field]} ${describeTime(term.range, zone)}`;
    case 'span': {
      const verb = term.field === 'wait' ? 'waited' : 'took';
      return `${term.not ? 'not ' : ''}${verb} ${describeSpan(term.range)}`;
    }
  }
}

function describeMark({ field, value, not }: MarkTerm): string {
  const turned = not ? 'not ' : '';
  switch (field) {
    case 'is':
      return `is ${turned}${IS_SAID[value] ?? value}`;
    case 'cause':
      return `${turned}failed by cause ${value}`;
    case 'batch':
      return `${turned}in batch ${quoted(value)}`;
    case 'compared':
      return `${turned}counted as ${comparedWord(value)}`;
    case 'since':
      return `${turned}new or changed since ${sinceWords(value)}`;
  }
}

/** `newly broken`, of all that a figure's key says. */
export function comparedWord(value: string): string {
  return value.replace(/_.*/s, '').replaceAll('-', ' ');
}

function sinceWords(value: string): string {
  return value === LAST_VISIT ? 'last time' : `${value.slice(0, 16).replace('T', ' ')} UTC`;
}

export const IS_SAID: Readonly<Record<string, string>> = {
  slow: 'slower than usual',
  race: 'racing another of its NAME:TAG',
};

const TIME_VERBS = { created: 'created', started: 'started', ended: 'ended' } satisfies Partial<
  Record<FieldName, string>
>;

function describeWords({ field, values, not }: WordsTerm): string {
  switch (field) {
    case 'status': {
      const words = values.map((word) => plain(word.toLowerCase()) || 'empty');
      return not ? `status is ${neither(words)}` : `status is ${listWords(words, 'or')}`;
    }
    case 'is':
      return not ? `is ${neither(values)}` : `is ${listWords(values, 'or')}`;
    case 'artifact': {
      const words = values.map((word) => plain(ARTIFACT_WORDS.get(word) ?? word) || 'nameless');
      return `has ${not ? 'no' : 'a'} ${listWords(words, 'or')} artifact`;
    }
    case 'has': {
      const parts = values.map((word) => PARTS[word] ?? { some: word, none: word });
      return not
        ? `has no ${listWords(
            parts.map(({ none }) => none),
            'and no',
          )}`
        : `has ${listWords(
            parts.map(({ some }) => some),
            'or',
          )}`;
    }
  }
}

export const PARTS: Readonly<Record<string, { readonly some: string; readonly none: string }>> = {
  error: { some: 'an error', none: 'error' },
  artifacts: { some: 'known artifacts', none: 'known artifacts' },
  path: { some: 'an image path', none: 'image path' },
  start: { some: 'a start time', none: 'start time' },
  end: { some: 'an end time', none: 'end time' },
};

function describeTexts({ field, values, not }: TextTerm): string {
  const groups = new Map<string, string[]>();
  for (const value of values) {
    const verb = verbOf(field, value)[not ? 1 : 0];
    groups.set(verb, [...(groups.get(verb) ?? []), quoted(value.text)]);
  }
  const parts = [...groups].map(([verb, texts]) => `${verb} ${listWords(texts, 'or')}`);
  return `${field} ${listWords(parts, not ? 'and' : 'or')}`;
}

function verbOf(field: FieldName, { match, text }: TextPattern): readonly [string, string] {
  if (match === 'contains') return ['contains', 'does not contain'];
  // A tag alone can also be meant whole but in any case.
  if (match === 'exact')
    return field === 'tag' ? ['is exactly', 'is not exactly'] : ['is', 'is not'];
  return text.includes('*') ? ['matches', 'does not match'] : ['is', 'is not'];
}

/** A stretch of time in words, with the zone beside its days where one is given. */
export function describeTime(range: TimeRange, zone: string | null): string {
  const said = describeRange(range);
  return zone === null || !namesDays(range) ? said : `${said} (${zoneWord(zone)})`;
}

function describeRange(range: TimeRange): string {
  if (range.kind === 'between') {
    return `from ${describePoint(range.from)} to ${describePoint(range.to)}`;
  }
  const { kind, at } = range;
  const point = describePoint(at);
  if (at.kind === 'ago') {
    return kind === 'before' ? `more than ${point}` : `in the last ${amount(at.amount, at.unit)}`;
  }
  switch (kind) {
    case 'in':
      if (at.kind === 'day') return point;
      if (at.kind === 'instant') return `at ${point}`;
      return `${at.text.length === 7 ? 'in' : 'on'} ${point}`;
    case 'before':
      return `before ${point}`;
    case 'upTo':
      return `up to ${point}`;
    case 'since':
      return `since ${point}`;
    case 'after':
      return `after ${point}`;
  }
}

function describePoint(point: TimePoint): string {
  if (point.kind === 'ago') return `${amount(point.amount, point.unit)} ago`;
  if (point.kind === 'day') return point.word.replace('-', ' ');
  const text = printTimePoint(point);
  return point.kind === 'instant' ? `${text.slice(0, -1).replace('T', ' ')} UTC` : text;
}

function amount(count: number, unit: AgoUnit): string {
  if (unit === 'm') return `${count} min`;
  if (unit === 'h') return `${count} h`;
  const word = unit === 'd' ? 'day' : 'week';
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

export function describeSpan(range: SpanRange): string {
  if (range.kind === 'between') return `${spanWords(range.from)} to ${spanWords(range.to)}`;
  return `${SPAN_WORDS[range.kind]} ${spanWords(range.ms)}`;
}

const SPAN_WORDS = {
  over: 'over',
  atLeast: 'at least',
  under: 'under',
  atMost: 'at most',
} as const;

function spanWords(ms: number): string {
  return printSpan(ms)
    .replace(/(\d+)([a-z]+)/g, (_, count, unit) => `${count} ${unit === 'm' ? 'min' : unit} `)
    .trim();
}

const MOST_SHOWN = 5;

/** `a`, `a or b`, `a, b or c`; of a long list the first few and how many more. */
export function listWords(words: readonly string[], last: string): string {
  const shown =
    words.length <= MOST_SHOWN
      ? words
      : [...words.slice(0, MOST_SHOWN - 1), `${words.length - MOST_SHOWN + 1} others`];
  const [first = ''] = shown;
  if (shown.length < 2) return first;
  return `${shown.slice(0, -1).join(', ')} ${last} ${shown.at(-1)}`;
}

function neither(words: readonly string[]): string {
  return words.length === 1 ? `not ${words[0]}` : `neither ${listWords(words, 'nor')}`;
}

export function plain(text: string): string {
  return cutEnd(makeVisible(text), 60);
}

export function quoted(text: string): string {
  return `“${plain(text)}”`;
}
