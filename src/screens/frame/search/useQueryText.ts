import { useMemo, useState } from 'react';
import { printView } from '../../../views/address/printView.ts';
import { makeView, type View } from '../../../views/address/View.ts';
import { withFilter } from '../../../views/editView.ts';
import { parseQueryText, printQueryText } from '../../../views/query/parseQueryText.ts';
import type { Filter, Term } from '../../../views/terms/Filter.ts';
import { makeFilter, termKey } from '../../../views/terms/Filter.ts';
import type { ViewActions } from '../view/useView.ts';

interface Box {
  readonly text: string;
  /** What the text says; these terms of the view are shown in the box, not as chips. */
  readonly filter: Filter;
  /** The view's whole filter as the box last wrote or read it. */
  readonly known: string;
}

/**
 * The text of the search box. It and the address are the same filter: what is typed applies at
 * once; on `settle` its fields turn into chips and its free words stay in the box. When the
 * address moves by itself (back, a chip, a link), the box follows.
 */
export function useQueryText(view: View, actions: ViewActions) {
  const printed = keyOf(view.filter);
  const [held, setBox] = useState<Box>(() => fromView(view.filter));
  const box = held.known === printed ? held : fromView(view.filter);
  if (box !== held) setBox(box);
  const problems = useMemo(() => parseQueryText(box.text).problems, [box.text]);

  const change = (text: string) => {
    const { filter } = parseQueryText(text);
    const next = makeFilter([...chipsOf(view.filter, box.filter), ...filter]);
    setBox({ text, filter, known: keyOf(next) });
    actions.replace((now) => withFilter(now, next));
  };

  return {
    text: box.text,
    problems,
    /** The terms that are not in the box. */
    chips: chipsOf(view.filter, box.filter),
    change,
    /** Fields become chips; a text with mistakes stays as it is, to be mended. */
    settle: () => {
      if (problems.some((problem) => problem.kind === 'mistake')) return;
      const next = fromView(view.filter);
      if (next.text !== box.text) setBox(next);
    },
    /** Takes a chip back into the box, to be typed over. */
    edit: (term: Term) => {
      const filter = makeFilter([...box.filter, term]);
      setBox({ text: `${printQueryText([term])} ${box.text}`.trim(), filter, known: printed });
    },
  };
}

export type QueryText = ReturnType<typeof useQueryText>;

function fromView(filter: Filter): Box {
  const free = filter.filter((term) => term.kind === 'free');
  return { text: printQueryText(free), filter: free, known: keyOf(filter) };
}

function chipsOf(filter: Filter, inBox: Filter): Filter {
  const keys = new Set(inBox.map(termKey));
  return filter.filter((term) => !keys.has(termKey(term)));
}

function keyOf(filter: Filter): string {
  return printView(makeView({ filter }));
}
