import { type KeyboardEvent, type RefObject, useState } from 'react';
import { isComposing } from '../../../lib/isComposing.ts';
import type { Selection } from '../../../list/Selection.ts';
import type { Suggestion, suggest } from '../../../views/query/suggest.ts';
import type { QueryText } from './useQueryText.ts';

/** What is suggested for the text in the search box, and what the keys do with it. */
export function useSuggesting(
  { text, change, settle }: QueryText,
  facets: Selection['facets'],
  input: RefObject<HTMLInputElement | null>,
) {
  const [list, setList] = useState({ open: false, caret: 0, active: -1 });
  const [suggestor, setSuggestor] = useState<{ readonly suggest: typeof suggest }>();
  const suggestions =
    list.open && suggestor
      ? suggestor.suggest(text, list.caret, { statuses: facets.status, artifacts: facets.artifact })
      : [];
  const active = Math.min(list.active, suggestions.length - 1);
  const close = () => setList({ open: false, caret: 0, active: -1 });
  const open = (caret: number) => setList({ open: true, caret, active: -1 });
  const load = () => {
    if (!suggestor) void import('../../../views/query/suggest.ts').then(setSuggestor);
  };
  const accept = (suggestion: Suggestion) => {
    change(suggestion.text, suggestion.caret);
    open(suggestion.caret);
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
      if (!list.open) open(caretOf(event));
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
  return { suggestions, active, open, close, load, accept, onKeyDown };
}

/** Where the caret stands in the box that an event is of. */
export function caretOf(event: { readonly currentTarget: HTMLInputElement }): number {
  return event.currentTarget.selectionStart ?? event.currentTarget.value.length;
}

/** One step through a ring with one more place: none. */
function cycle(at: number, count: number): number {
  return at >= count ? -1 : at < -1 ? count - 1 : at;
}
