import { Search, X } from 'lucide-react';
import { type ReactNode, useId, useRef, useState } from 'react';
import { plural } from '../../../lib/number.ts';
import { useIsSecret } from '../../../session/useSession.ts';
import { classes } from '../../../ui/classes.ts';
import { useList } from '../list/useList.ts';
import { useStage } from '../list/useStage.ts';
import { QueryProblem } from './QueryProblem.tsx';
import { Suggestions } from './Suggestions.tsx';
import { Underlines } from './Underlines.tsx';
import type { QueryText } from './useQueryText.ts';
import { caretOf, useSuggesting } from './useSuggesting.ts';

/** The filter as text: free words, and fields such as `status:failed`, applied as they are typed. */
export function SearchBox({ query }: { readonly query: QueryText }) {
  const { facets, order } = useList().selection;
  const { search: input } = useStage();
  const isSecret = useIsSecret();
  const { text, problems, settled, change, settle } = query;
  const { suggestions, active, ...list } = useSuggesting(query, facets, input);
  const [leaked, setLeaked] = useState(false);
  const behind = useRef<HTMLDivElement>(null);
  const id = useId();
  const type = (next: string, caret: number) => {
    const secret = isSecret(next);
    setLeaked(secret);
    if (secret) return;
    list.open(caret);
    change(next, caret);
  };
  const first = settled ? undefined : problems[0];
  return (
    <div
      className="relative min-w-40 flex-[99] sm:max-w-2xl"
      onBlur={({ currentTarget, relatedTarget }) => {
        if (relatedTarget instanceof Node && currentTarget.contains(relatedTarget)) return;
        list.close();
        settle();
      }}
    >
      <div className="relative flex items-center">
        <Search aria-hidden="true" className="absolute left-2.5 z-10 size-4 text-muted" />
        <input
          ref={input}
          type="search"
          aria-label="Search builds"
          aria-autocomplete="list"
          aria-controls={suggestions.length > 0 ? id : undefined}
          aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
          aria-describedby={first ? `${id}problem` : undefined}
          placeholder="Search name, tag, id, path, error, or status:failed"
          autoComplete="off"
          spellCheck={false}
          value={text}
          onFocus={list.load}
          onChange={(event) => type(event.currentTarget.value, caretOf(event))}
          onKeyDown={list.onKeyDown}
          onScroll={(event) => {
            if (behind.current) behind.current.scrollLeft = event.currentTarget.scrollLeft;
          }}
          className={classes(
            'h-8 w-full rounded-md border border-edge bg-raised pl-8 max-sm:h-11 [&::-webkit-search-cancel-button]:hidden',
            settled ? 'pr-8' : 'pr-32 max-sm:pr-10',
          )}
        />
        <Underlines ref={behind} text={text} problems={problems} />
        {!settled && <TypedCount count={order.length} />}
        {text !== '' && (
          <ClearSearch
            onClear={() => {
              change('', 0);
              list.close();
              input.current?.focus();
            }}
          />
        )}
        <SearchBelow id={id} problem={first} query={query}>
          {suggestions.length > 0 && (
            <Suggestions id={id} suggestions={suggestions} active={active} onAccept={list.accept} />
          )}
        </SearchBelow>
      </div>
      {leaked && (
        <p role="alert" className="mt-1 text-sm text-bad">
          That is your API token: it was not searched for, so that it stays out of the address.
        </p>
      )}
    </div>
  );
}

function ClearSearch({ onClear }: { readonly onClear: () => void }) {
  return (
    <button
      type="button"
      aria-label="Clear the search"
      onClick={onClear}
      className="absolute right-1 inline-flex size-6 items-center justify-center rounded text-muted hover:bg-hover hover:text-ink max-sm:size-10"
    >
      <X aria-hidden="true" className="size-4" />
    </button>
  );
}

/** How many builds the text as typed lets through; what is suggested may cover the count below. */
function TypedCount({ count }: { readonly count: number }) {
  return (
    <span
      aria-hidden="true"
      className="absolute right-8 bg-raised pl-1 text-sm text-muted tabular-nums max-sm:hidden"
    >
      {plural(count, 'build', 'builds')}
    </span>
  );
}

/** What stands over what follows, so that nothing moves while a person types. */
function SearchBelow({
  id,
  problem,
  query: { text, change },
  children,
}: {
  readonly id: string;
  readonly problem: QueryText['problems'][number] | undefined;
  readonly query: QueryText;
  readonly children: ReactNode;
}) {
  if (!problem && !children) return null;
  return (
    <div className="absolute top-full left-0 z-30 mt-1 w-full max-w-lg overflow-hidden rounded-lg border border-line bg-raised shadow-lg">
      {problem && (
        <p id={`${id}problem`} className="px-3 py-1.5 text-sm">
          <QueryProblem
            text={text}
            problem={problem}
            onMend={(mended) => change(mended, mended.length)}
          />
        </p>
      )}
      {children}
    </div>
  );
}
