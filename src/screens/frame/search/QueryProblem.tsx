import type { ReactNode } from 'react';
import { cutEnd, makeVisible } from '../../../lib/text.ts';
import { acceptIssue, quoteIssue } from '../../../views/query/parseQueryText.ts';
import type { Issue } from '../../../views/terms/Issue.ts';

export interface QueryProblemProps {
  readonly text: string;
  readonly problem: Issue;
  readonly onMend: (text: string) => void;
}

/** What there is to say of a part of the text, and what it may have meant, a click away. */
export function QueryProblem({ text, problem, onMend }: QueryProblemProps) {
  const { from, to, message, suggestion, kind } = problem;
  return (
    <>
      <span className="text-waiting">
        “{cutEnd(makeVisible(text.slice(from, to)), 60)}”: {message}.
      </span>{' '}
      {suggestion !== null && (
        <Mend onMend={() => onMend(acceptIssue(text, problem))}>Did you mean {suggestion}?</Mend>
      )}
      {kind === 'mistake' && to > from && (
        <Mend onMend={() => onMend(quoteIssue(text, problem))}>Search for it as text</Mend>
      )}
    </>
  );
}

function Mend({ onMend, children }: { readonly onMend: () => void; readonly children: ReactNode }) {
  return (
    <button
      type="button"
      // The field keeps the focus.
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onMend}
      className="mr-2 text-accent underline underline-offset-2 max-sm:min-h-11"
    >
      {children}
    </button>
  );
}
