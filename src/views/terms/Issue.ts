import type { Term } from './Filter.ts';

/** Something to say about a part of a text: `from <= at < to`. */
export interface Issue {
  readonly from: number;
  readonly to: number;
  /** `mistake`: that part does not apply. `hint`: it does. */
  readonly kind: 'mistake' | 'hint';
  readonly message: string;
  /** What that part was probably meant to be, to put in its place. */
  readonly suggestion: string | null;
}

/** What the values of one field say. */
export interface Values {
  readonly term: Term | null;
  readonly issues: readonly Issue[];
}

type Place = Pick<Issue, 'from' | 'to'>;

/** That this part does not apply. */
export function mistake(
  { from, to }: Place,
  message: string,
  suggestion: string | null = null,
): Issue {
  return { from, to, kind: 'mistake', message, suggestion };
}

/** Something to know about a part that applies. */
export function hint(
  { from, to }: Place,
  message: string,
  suggestion: string | null = null,
): Issue {
  return { from, to, kind: 'hint', message, suggestion };
}
