import type { MarkField } from './fields.ts';

/** Values of `is` that an insight answers, not the build alone. Each stands by itself. */
export const IS_MARKS = ['broken', 'slow', 'race'] as const;

/** A condition that an insight answers: a field with one value. */
export interface MarkTerm {
  readonly kind: 'mark';
  readonly field: 'is' | MarkField;
  readonly value: string;
  readonly not: boolean;
}

/** The value of `since` that means the end of this person's last visit. */
export const LAST_VISIT = 'last';

const LONGEST_KEY = 200;

/** What `since:last` becomes in a copied link: an instant, whole, in UTC. */
function instantOf(text: string): string | null {
  const upper = text.toUpperCase();
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(upper)) return null;
  const ms = Date.parse(upper);
  return Number.isNaN(ms) || new Date(ms).toISOString() !== upper ? null : upper;
}

/** The one spelling of a mark's value, null where it cannot be one. */
export function canonicalMark(field: MarkTerm['field'], written: string): string | null {
  const text = written.trim();
  const lower = text.toLowerCase();
  switch (field) {
    case 'is':
      return IS_MARKS.find((word) => word === lower) ?? null;
    case 'since':
      return lower === LAST_VISIT ? lower : instantOf(text);
    case 'cause':
      return /^[0-9a-f]{1,64}$/.test(lower) ? lower : null;
    case 'compared':
      return /^[a-z-]+_/.test(text) && text.length <= 2 * LONGEST_KEY ? text : null;
    case 'batch':
      return text === '' || text.length > LONGEST_KEY ? null : text;
  }
}

/** The insight's word for a term, and which of its marks is meant: empty where it has one. */
export function markOf({ field, value }: MarkTerm): {
  readonly mark: string;
  readonly key: string;
} {
  return field === 'is' ? { mark: value, key: '' } : { mark: field, key: value };
}

/** What to say of a value that is none, after the field's name. */
export const MARK_HELP: Readonly<Record<MarkField, string>> = {
  cause: 'is a fingerprint of hexadecimal digits: click a cause in Errors',
  batch: 'is the id of a batch: click one in Batches',
  compared: 'says what a figure counts: click one in Compare',
  since: 'takes “last” alone; for a time write created:>=2026-11-01',
};
