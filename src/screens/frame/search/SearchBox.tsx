import { Search, X } from 'lucide-react';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { isComposing } from '../../../lib/isComposing.ts';
import { plural } from '../../../lib/number.ts';
import { useIsSecret } from '../../../session/useSession.ts';
import { classes } from '../../../ui/classes.ts';
import type { Suggestion, suggest } from '../../../views/query/suggest.ts';
import { useList } from '../list/useList.ts';
import { useStage } from '../list/useStage.ts';
import { QueryProblem } from './QueryProblem.tsx';
import { Suggestions } from './Suggestions.tsx';
import { Underlines } from './Underlines.tsx';
import type { QueryText } from './useQueryText.ts';

/** The filter as text: free words, and fields such as `status:failed`, applied as they are typed. */
export function SearchBox({ query }: { readonly query: QueryText }) {
  const { facets, order } = useList().selection;
  const { search: input } = useStage();
  const isSecret = useIsSecret();
  const { text, problems, settled, change, settle } = query;
  const [list, setList] = useState({ open: false, caret: 0, active: -1 });
  const [leaked, setLeaked] = useState(false);
  const [suggestor, setSuggestor] = useState<{ readonly suggest: typeof suggest }>();
  const behind = useRef<HTMLDivElement>(null);
  const id = useId();

  const suggestions =
    list.open && suggestor
      ? suggestor.suggest(text, list.caret, { statuses: facets.status, artifacts: facets.artifact })
      : [];
  const active = Math.min(list.active, suggestions.length - 1);
  const close = () => setList({ open: false, caret: 0, active: -1 });

  const type = (next: string, caret: number) => {
    const secret = isSecret(next);
    setLeaked(secret);
    if (secret) return;
    setList({ open: true, caret, active: -1 });
    change(next, caret);
  };
  const accept = (suggestion: Suggestion) => {
    change(suggestion.text, suggestion.caret);
    setList({ open: true, caret: suggestion.caret, active: -1 });
    // The caret can only move once the browser holds the text.
    requestAnimationFrame(() =>
      input.current?.setSelectionRange(suggestion.caret, suggestion.caret),
    );
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event)) return;
    const chosen = suggestions[active];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (!list.open) setList({ open: true, caret: caretOf(event), active: -1 });
      else setList({ ...list, active: cycle(active + step, suggestions.length) });
    } else if (event.key === 'Enter' || (event.key === 'Tab' && chosen && !event.shiftKey)) {
      if (chosen) {
        event.preventDefault();
        accept(chosen);
      } else if (event.key === 'Enter') {
        close();
        settle();
      }
    } else if (event.key === 'Escape' && list.open && suggestions.length > 0) {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  };

  const first = settled ? undefined : problems[0];
  const mend = (mended: string) => change(mended, mended.length);
  return (
    <div
      className="relative min-w-40 flex-1 sm:max-w-2xl"
      onBlur={({ currentTarget, relatedTarget }) => {
        if (relatedTarget instanceof Node && currentTarget.contains(relatedTarget)) return;
        close();
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
          onFocus={() => {
            if (!suggestor) void import('../../../views/query/suggest.ts').then(setSuggestor);
          }}
          onChange={(event) => type(event.currentTarget.value, caretOf(event))}
          onKeyDown={onKeyDown}
          onScroll={(event) => {
            if (behind.current) behind.current.scrollLeft = event.currentTarget.scrollLeft;
          }}
          className={classes(
            'h-8 w-full rounded-md border border-edge bg-raised pl-8 max-sm:h-11 [&::-webkit-search-cancel-button]:hidden',
            settled ? 'pr-8' : 'pr-32 max-sm:pr-10',
          )}
        />
        <Underlines ref={behind} text={text} problems={problems} />
        {!settled && (
          // What is suggested may cover the same count below.
          <span
            aria-hidden="true"
            className="absolute right-8 bg-raised pl-1 text-sm text-muted tabular-nums max-sm:hidden"
          >
            {plural(order.length, 'build', 'builds')}
          </span>
        )}
        {text !== '' && (
          <button
            type="button"
            aria-label="Clear the search"
            onClick={() => {
              change('', 0);
              close();
              input.current?.focus();
            }}
            className="absolute right-1 inline-flex size-6 items-center justify-center rounded text-muted hover:bg-hover hover:text-ink max-sm:size-10"
          >
            <X aria-hidden="true" className="size-4" />
          </button>
        )}
        {(first || suggestions.length > 0) && (
          // Over what follows, so that nothing moves while a person types.
          <div className="absolute top-full left-0 z-30 mt-1 w-full max-w-lg overflow-hidden rounded-lg border border-line bg-raised shadow-lg">
            {first && (
              <p id={`${id}problem`} className="px-3 py-1.5 text-sm">
                <QueryProblem text={text} problem={first} onMend={mend} />
              </p>
            )}
            {suggestions.length > 0 && (
              <Suggestions id={id} suggestions={suggestions} active={active} onAccept={accept} />
            )}
          </div>
        )}
      </div>
      {leaked && (
        <p role="alert" className="mt-1 text-sm text-bad">
          That is your API token: it was not searched for, so that it stays out of the address.
        </p>
      )}
    </div>
  );
}

function caretOf(event: { readonly currentTarget: HTMLInputElement }): number {
  return event.currentTarget.selectionStart ?? event.currentTarget.value.length;
}

/** One step through a ring with one more place: none. */
function cycle(at: number, count: number): number {
  return at >= count ? -1 : at < -1 ? count - 1 : at;
}
