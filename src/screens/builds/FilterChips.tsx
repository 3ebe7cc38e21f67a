import { X } from 'lucide-react';
import { Button } from '../../ui/Button.tsx';
import { describeTerm } from '../../views/describeTerm.ts';
import { makeView, type Unknown, type View } from '../../views/View.ts';
import type { ViewActions } from '../useView.ts';

export interface FilterChipsProps {
  readonly view: View;
  readonly actions: ViewActions;
}

/** What is filtered by, in words, each to be removed; grey for what was not understood. */
export function FilterChips({ view, actions }: FilterChipsProps) {
  if (view.filter.length === 0 && view.unknown.length === 0) return null;
  return (
    <ul
      aria-label="Filter"
      className="flex flex-wrap items-center gap-1 px-3 pb-2 text-sm print:hidden"
    >
      {view.filter.map((term, index) => {
        const text = describeTerm(term);
        return (
          <Chip
            key={text}
            text={text}
            onRemove={() =>
              actions.push((now) =>
                makeView({ ...now, filter: now.filter.filter((_, at) => at !== index) }),
              )
            }
          />
        );
      })}
      {view.unknown.map((unknown) => (
        <UnknownChip key={unknown.raw} unknown={unknown} actions={actions} />
      ))}
      <li>
        <Button variant="plain" onClick={() => actions.push((now) => cleared(now))}>
          Clear all
        </Button>
      </li>
    </ul>
  );
}

/** The same view without its filter, and without what was not understood. */
export function cleared(view: View): View {
  return makeView({ ...view, filter: [], unknown: [] });
}

function Chip({ text, onRemove }: { readonly text: string; readonly onRemove: () => void }) {
  return (
    <li className="inline-flex h-7 max-w-full items-center rounded-md border border-line bg-chosen pl-2 max-sm:h-11">
      <span className="truncate">{text}</span>
      <button
        type="button"
        aria-label={`Remove ${text}`}
        onClick={onRemove}
        className="ml-0.5 inline-flex size-6 shrink-0 items-center justify-center rounded text-muted hover:text-ink max-sm:size-11"
      >
        <X aria-hidden="true" className="size-3.5" />
      </button>
    </li>
  );
}

function UnknownChip({
  unknown,
  actions,
}: {
  readonly unknown: Unknown;
  readonly actions: ViewActions;
}) {
  const { name, value, problem, suggestion, raw } = unknown;
  const shown = `${name}=${value.length > 60 ? `${value.slice(0, 60)}…` : value}`;
  const without = (view: View) =>
    makeView({ ...view, unknown: view.unknown.filter((each) => each.raw !== raw) });
  return (
    <li className="inline-flex min-h-7 max-w-full flex-wrap items-center gap-1 rounded-md border border-dashed border-edge pl-2 text-muted">
      <span className="truncate font-mono text-xs" title={problem}>
        {shown}
      </span>
      <span>{problem}</span>
      {suggestion !== null && <span>Did you mean {suggestion}?</span>}
      <button
        type="button"
        aria-label={`Remove ${shown}`}
        onClick={() => actions.push(without)}
        className="inline-flex size-6 shrink-0 items-center justify-center rounded hover:text-ink max-sm:size-11"
      >
        <X aria-hidden="true" className="size-3.5" />
      </button>
    </li>
  );
}
