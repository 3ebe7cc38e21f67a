import { formatCount } from '../../../lib/number.ts';
import { makeVisible } from '../../../lib/text.ts';
import { classes } from '../../../ui/classes.ts';
import type { Suggestion } from '../../../views/query/suggest.ts';

export interface SuggestionsProps {
  readonly id: string;
  readonly suggestions: readonly Suggestion[];
  readonly active: number;
  readonly onAccept: (suggestion: Suggestion) => void;
}

/** What could be typed next: fields, then values with how many builds have them. */
export function Suggestions({ id, suggestions, active, onAccept }: SuggestionsProps) {
  return (
    <div id={id} role="listbox" aria-label="Suggestions" className="max-h-50 overflow-y-auto p-1">
      {suggestions.map((suggestion, index) => (
        <div
          key={suggestion.text}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === active}
          ref={index === active ? intoView : undefined}
          // The field keeps the focus.
          onPointerDown={(event) => {
            event.preventDefault();
            onAccept(suggestion);
          }}
          className={classes(
            'flex h-8 cursor-pointer items-center gap-3 rounded px-2 hover:bg-hover max-sm:h-11',
            index === active && 'bg-chosen',
          )}
        >
          <span className="font-mono text-sm whitespace-nowrap">
            {makeVisible(suggestion.label)}
          </span>
          <span className="min-w-0 flex-1 truncate text-sm text-muted">{suggestion.about}</span>
          {suggestion.count !== null && (
            <span className="text-sm text-muted tabular-nums">{formatCount(suggestion.count)}</span>
          )}
        </div>
      ))}
    </div>
  );
}

function intoView(option: HTMLElement | null): void {
  option?.scrollIntoView({ block: 'nearest' });
}
