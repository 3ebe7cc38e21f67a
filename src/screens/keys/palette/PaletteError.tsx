import type { Build } from '../../../contract/build.ts';
import { shownLineOf } from '../../../insights/errors/text/shownLineOf.ts';
import { makeVisible } from '../../../lib/text.ts';
import { factsOf } from '../../../list/BuildFacts.ts';
import { buildRecord } from '../../build/BuildRecord.ts';
import { ErrorExcerpts } from '../../build/ErrorExcerpts.ts';
import { MarkedExcerpt } from '../../build/MarkedExcerpt.tsx';
import { wordClauses } from './wordClauses.ts';

export interface PaletteErrorProps {
  readonly build: Build;
  /** What was typed, word by word. */
  readonly words: readonly string[];
}

/** What went wrong with a build that was found, or what was typed where its errors say it; else its id. */
export function PaletteError({ build, words }: PaletteErrorProps) {
  const facts = factsOf(build, (text) => shownLineOf(text).line);
  if (facts.errorLine === null) {
    return (
      <span className="max-w-32 truncate font-mono text-xs text-muted max-sm:hidden">
        {makeVisible(build.id.slice(0, 64))}
      </span>
    );
  }
  const excerpt = new ErrorExcerpts(wordClauses(words)).of(buildRecord(0, build, facts));
  return (
    <span className="tone-bad min-w-0 flex-1 truncate text-sm text-tone max-sm:hidden">
      {excerpt ? <MarkedExcerpt excerpt={excerpt} /> : makeVisible(facts.errorLine).slice(0, 200)}
    </span>
  );
}
