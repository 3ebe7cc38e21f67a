import type { FreeTerm, Term } from '../terms/Filter.ts';
import type { FieldName } from '../terms/fields.ts';
import type { Issue } from '../terms/Issue.ts';

/** One part of a typed query: `from <= at < to`. */
export type Part = FieldPart | FreePart | SyntaxPart;

export interface FieldPart extends PartFacts {
  readonly kind: 'field';
  readonly field: FieldName;
  /** Where its values begin, after the colon. */
  readonly valuesFrom: number;
  /** Null where nothing of it could be read, or where another part says it too. */
  readonly term: Term | null;
}

export interface FreePart extends PartFacts {
  readonly kind: 'free';
  readonly term: FreeTerm | null;
}

/** What is meant for a filter but says no condition: a joint, another language's spelling. */
export interface SyntaxPart extends PartFacts {
  readonly kind: 'syntax';
  /** Where the values of a misspelt field begin; null where there is none. */
  readonly valuesFrom: number | null;
  readonly term: null;
}

interface PartFacts {
  readonly from: number;
  readonly to: number;
  readonly not: boolean;
  readonly issues: readonly Issue[];
}
