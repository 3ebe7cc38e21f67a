import { nearest } from './nearest.ts';

export type WordsField = 'status' | 'artifact' | 'has' | 'is';
export type TextField = 'image' | 'tag' | 'id' | 'path' | 'error';
export type TimeField = 'created' | 'started' | 'ended';
export type SpanField = 'duration' | 'wait';
export type MarkField = 'cause' | 'batch' | 'since' | 'compared';

/** A field of the filter language, and with the same name a parameter of the address. */
export type FieldName = WordsField | TextField | TimeField | SpanField | MarkField;

/** How the values of a field are read. */
export type FieldKind = 'words' | 'text' | 'time' | 'span' | 'mark';

interface FieldFacts {
  readonly kind: FieldKind;
  /** One line for the suggestions. */
  readonly about: string;
}

/** Every field, in the order in which filters are kept, shown and printed. */
export const FIELDS: Readonly<Record<FieldName, FieldFacts>> = {
  status: { kind: 'words', about: 'status of the build, such as failed' },
  is: { kind: 'words', about: 'active, stalled, ended, broken or another state' },
  artifact: { kind: 'words', about: 'has an artifact of this type: vm or container' },
  image: { kind: 'text', about: 'part of the image name; swe-* for the whole name' },
  tag: { kind: 'text', about: 'the whole tag; v1.* for a pattern' },
  id: { kind: 'text', about: 'part of the id of a build or an artifact' },
  path: { kind: 'text', about: 'part of an artifact’s full image path' },
  error: { kind: 'text', about: 'part of an artifact’s error message' },
  cause: { kind: 'mark', about: 'failed by this cause, as the errors are grouped' },
  has: { kind: 'words', about: 'error, artifacts, path, start or end is known' },
  batch: { kind: 'mark', about: 'pushed together in this batch' },
  since: { kind: 'mark', about: 'last: new or changed since you were last here' },
  compared: { kind: 'mark', about: 'counted by a figure of Compare' },
  created: { kind: 'time', about: 'when it was created: 24h, today, >2026-11-01' },
  started: { kind: 'time', about: 'when it started: 24h, today, >2026-11-01' },
  ended: { kind: 'time', about: 'when it ended: 24h, today, >2026-11-01' },
  duration: { kind: 'span', about: 'from start to end: >10m, 1h..2h' },
  wait: { kind: 'span', about: 'from creation to start: >2m' },
};

export const FIELD_NAMES = [
  'status',
  'is',
  'artifact',
  'image',
  'tag',
  'id',
  'path',
  'error',
  'cause',
  'has',
  'batch',
  'since',
  'compared',
  'created',
  'started',
  'ended',
  'duration',
  'wait',
] as const satisfies readonly FieldName[];

/** Older and other spellings, read but never printed. */
const ALIASES = new Map<string, FieldName>([
  ['name', 'image'],
  ['type', 'artifact'],
  ['finished', 'ended'],
  ['completed', 'ended'],
]);
const NAMES: ReadonlyMap<string, FieldName> = new Map([
  ...FIELD_NAMES.map((name) => [name, name] as const),
  ...ALIASES,
]);

/** True for the first letters of a field's name, in any case. */
export function beginsField(word: string): boolean {
  const lower = word.toLowerCase();
  return [...NAMES.keys()].some((name) => name.startsWith(lower));
}

/** True for a field whose values are words of a vocabulary. */
export function isWordsField(field: FieldName): field is WordsField {
  return FIELDS[field].kind === 'words';
}

/** The field of this name, in any case, or null. */
export function fieldOf(name: string): FieldName | null {
  return NAMES.get(name.toLowerCase()) ?? null;
}

/** The field that a misspelt name was probably meant to be, or null. */
export function nearestField(name: string): FieldName | null {
  const near = nearest(name, FIELD_NAMES);
  return near === null ? null : fieldOf(near);
}
