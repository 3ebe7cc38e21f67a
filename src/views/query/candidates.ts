import { ARTIFACT_TYPES, STATUSES } from '../../contract/status.ts';
import { ARTIFACT_WORDS, HAS_WORDS, IS_WORDS } from '../terms/Filter.ts';
import type { FieldName } from '../terms/fields.ts';
import { IS_MARKS } from '../terms/marks.ts';
import { printWord } from '../terms/printTerm.ts';
import { printItem } from '../terms/valueList.ts';

export interface ValueCount {
  readonly value: string;
  readonly count: number;
}

/** What is known of the builds at hand, most first. */
export interface Facts {
  readonly statuses: readonly ValueCount[];
  readonly artifacts: readonly ValueCount[];
  readonly images?: readonly ValueCount[];
  readonly tags?: readonly ValueCount[];
}

/** A value that a field could have. */
export interface Candidate {
  readonly label: string;
  /** As it stands in a query. */
  readonly written: string;
  readonly about: string | null;
  /** How many builds have it; null where that is not known. */
  readonly count: number | null;
}

/** The values to offer for a field, the likeliest first. */
export function candidatesOf(field: FieldName, facts: Facts): readonly Candidate[] {
  switch (field) {
    case 'status':
      return counted(field, facts.statuses, STATUSES, (word) =>
        (STATUSES as readonly string[]).includes(word) ? word.toLowerCase() : word,
      );
    case 'artifact':
      return counted(
        field,
        facts.artifacts,
        ARTIFACT_TYPES,
        (word) => ARTIFACT_WORDS.get(word) ?? word,
      );
    case 'image':
      return (facts.images ?? []).map(({ value, count }) => exact(value, count, '='));
    case 'tag':
      return (facts.tags ?? []).map(({ value, count }) => exact(value, count, ''));
    case 'is':
      return [...IS_WORDS, ...IS_MARKS].map((word) => plain(word, IS_ABOUT[word]));
    case 'has':
      return HAS_WORDS.map((word) => plain(word, null));
    case 'created':
    case 'started':
    case 'ended':
      return TIMES.map(([word, about]) => plain(word, about));
    case 'duration':
    case 'wait':
      return SPANS.map(([word, about]) => plain(word, about));
    case 'since':
      return [plain('last', 'new or changed since you were last here')];
    case 'cause':
    case 'batch':
    case 'compared':
    case 'id':
    case 'path':
    case 'error':
      return [];
  }
}

/** The values at hand with their counts, then the contract's other words. */
function counted(
  field: 'status' | 'artifact',
  values: readonly ValueCount[],
  known: readonly string[],
  say: (word: string) => string,
): Candidate[] {
  const seen = new Set(values.map(({ value }) => value));
  const others = known.filter((word) => !seen.has(word)).map((value) => ({ value, count: 0 }));
  return [...values, ...others].map(({ value, count }) => {
    const label = say(value);
    return { label, written: printWord(field, label, false), about: null, count };
  });
}

/** What can be misread is quoted. Of a tag a quoted `*` would be a part: it is meant exactly. */
function exact(value: string, count: number, sign: '=' | ''): Candidate {
  const star = value.includes('*');
  const written = printItem(value, false, star || value.startsWith('='));
  return { label: value, written: star ? `=${written}` : `${sign}${written}`, about: null, count };
}

function plain(word: string, about: string | null): Candidate {
  return { label: word, written: word, about, count: null };
}

const IS_ABOUT: Readonly<Record<(typeof IS_WORDS | typeof IS_MARKS)[number], string>> = {
  active: 'pending, uploading or building',
  stalled: 'active for over a day',
  ended: 'completed, failed or cancelled',
  other: 'a status the contract does not name',
  conflicted: 'the status contradicts its artifacts',
  broken: 'failed again and again, and not mended since',
  slow: 'took longer than is usual for its image',
  race: 'the same NAME:TAG was built at the same time',
};

const TIMES: readonly (readonly [string, string])[] = [
  ['1h', 'in the last hour'],
  ['24h', 'in the last 24 hours'],
  ['7d', 'in the last 7 days'],
  ['30d', 'in the last 30 days'],
  ['today', 'since midnight'],
  ['yesterday', 'the day before'],
  ['this-week', 'since Monday'],
  ['last-week', 'Monday to Sunday'],
  ['this-month', 'since the first'],
  ['>7d', 'more than 7 days ago'],
];

const SPANS: readonly (readonly [string, string])[] = [
  ['>1m', 'over a minute'],
  ['>10m', 'over 10 minutes'],
  ['>30m', 'over 30 minutes'],
  ['>1h', 'over an hour'],
  ['<1m', 'under a minute'],
];
