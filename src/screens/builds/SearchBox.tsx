import { Search, X } from 'lucide-react';
import { type RefObject, useState } from 'react';
import { printFreeWord, readFreeWords } from '../../views/freeWords.ts';
import { makeView, type View } from '../../views/View.ts';
import type { ViewActions } from '../useView.ts';

export interface SearchBoxProps {
  readonly view: View;
  readonly actions: ViewActions;
  readonly input: RefObject<HTMLInputElement | null>;
}

/** Literal text over image name, tag, id, path and error; applies as it is typed. */
export function SearchBox({ view, actions, input }: SearchBoxProps) {
  const words = wordsOf(view);
  const [typed, setTyped] = useState({ text: words, words });
  // The address moved by itself (back, a chip, a link): the box follows it.
  if (typed.words !== words) setTyped({ text: words, words });

  const change = (text: string) => {
    const next = withWords(view, text);
    setTyped({ text, words: wordsOf(next) });
    actions.replace((now) => withWords(now, text));
  };

  return (
    <div className="relative flex min-w-40 flex-1 items-center sm:max-w-xl">
      <Search aria-hidden="true" className="absolute left-2.5 size-4 text-muted" />
      <input
        ref={input}
        type="search"
        aria-label="Search builds"
        placeholder="Search name, tag, id, path, error"
        autoComplete="off"
        spellCheck={false}
        value={typed.text}
        onChange={(event) => change(event.currentTarget.value)}
        className="h-8 w-full rounded-md border border-edge bg-raised pr-8 pl-8 max-sm:h-11 [&::-webkit-search-cancel-button]:hidden"
      />
      {typed.text !== '' && (
        <button
          type="button"
          aria-label="Clear the search"
          onClick={() => {
            change('');
            input.current?.focus();
          }}
          className="absolute right-1 inline-flex size-6 items-center justify-center rounded text-muted hover:bg-hover hover:text-ink max-sm:size-10"
        >
          <X aria-hidden="true" className="size-4" />
        </button>
      )}
    </div>
  );
}

function wordsOf(view: View): string {
  return view.filter
    .filter((term) => term.kind === 'free')
    .map((term) => printFreeWord(term))
    .join(' ');
}

function withWords(view: View, text: string): View {
  const others = view.filter.filter((term) => term.kind !== 'free');
  return makeView({
    ...view,
    filter: [...others, ...readFreeWords(text).map((word) => word.term)],
  });
}
