import { suggestSpan } from '../terms/spanRange.ts';
import { STATE_WORDS } from '../terms/synonyms.ts';
import { parseTimeRange } from '../terms/timeRange.ts';

interface Advice {
  readonly message: string;
  readonly suggestion: string | null;
}

/** Names of fields in other products, and the field that says the same here. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ...to('status', 'state conclusion result phase'),
  ...to('image', 'repo repository project package service'),
  ...to('tag', 'version label labels ref branch release'),
  ...to('error', 'message msg reason log body'),
  ...to('artifact', 'kind platform'),
  ...to('id', 'uuid build run job sha commit digest'),
  ...to('created', 'date time timestamp pushed updated age'),
  ...to('duration', 'took elapsed runtime length'),
  ...to('wait', 'queue queued latency'),
]);

/** Names before a time, and the sign that says the same here. */
const TIMES: ReadonlyMap<string, string> = new Map([
  ...to('<', 'before older'),
  ...to('>', 'after newer'),
  ...to('<=', 'until'),
  ...to('>=', 'from'),
]);
const AGES: ReadonlyMap<string, string> = new Map([
  ['older', '>'],
  ['newer', ''],
]);

const NOBODY = new Set(
  'author user owner org team assignee actor creator milestone project host env region source'
    .concat(' language topic namespace pod container node level severity')
    .split(' '),
);
const ORDERS = new Set(['sort', 'order', 'orderby', 'limit', 'page', 'group', 'groupby']);

/** What to say of a field that other products have, null where the name is none of theirs. */
export function adviseOnName(name: string, value: string, not: boolean): Advice | null {
  const lower = name.toLowerCase();
  const text = 'searched for as text';
  if (value === '' || value.startsWith('//')) return null;
  const time = TIMES.get(lower);
  if (time !== undefined && parseTimeRange(value) !== null) {
    const age = /^\d+ ?[a-z]+$/i.test(value) ? (AGES.get(lower) ?? time) : time;
    return {
      message: `there is no field “${name}”; ${text}`,
      suggestion: `${not ? '-' : ''}created:${age}${value}`,
    };
  }
  if (lower === 'no' || lower === 'exists' || lower === 'missing') {
    const turned = (lower === 'exists') === not;
    const known = /^(?:error|artifacts|path|start|end)s?$/i.test(value);
    const word = value.toLowerCase() === 'errors' ? 'error' : value.toLowerCase();
    const suggestion = known ? `${turned ? '-' : ''}has:${word}` : null;
    return known ? { message: `there is no field “${name}”; ${text}`, suggestion } : null;
  }
  if (ORDERS.has(lower)) {
    return { message: `${text}; the order is chosen at the head of a column`, suggestion: null };
  }
  if (NOBODY.has(lower)) {
    return { message: `the API tells no ${lower}; ${text}`, suggestion: null };
  }
  const field = NAMES.get(lower);
  if (field === undefined) return null;
  const said = field === 'status' ? STATE_WORDS.get(value.toLowerCase()) : undefined;
  const span = field === 'duration' || field === 'wait' ? suggestSpan(value) : null;
  const spelling = said ?? `${field}:${span ?? value}`;
  return {
    message: `there is no field “${name}”; ${text}`,
    suggestion: `${not ? '-' : ''}${spelling}`,
  };
}

function to<To extends string>(meant: To, names: string): (readonly [string, To])[] {
  return names.split(' ').map((name) => [name, meant] as const);
}
