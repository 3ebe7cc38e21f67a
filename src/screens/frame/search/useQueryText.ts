import { useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { inNextTask } from '../../../lib/tasks/inNextTask.ts';
import { whenIdle } from '../../../lib/tasks/whenIdle.ts';
import { readNextLetters } from '../../../replica/text/nextLetters.ts';
import { printView } from '../../../views/address/printView.ts';
import { makeView, type View } from '../../../views/address/View.ts';
import { withFilter } from '../../../views/editView.ts';
import { parseQueryText, printQueryText } from '../../../views/query/parseQueryText.ts';
import { readTyping } from '../../../views/query/readTyping.ts';
import type { Filter, Term } from '../../../views/terms/Filter.ts';
import { makeFilter, termKey } from '../../../views/terms/Filter.ts';
import type { SearchAhead } from '../list/useSelection.ts';
import { workInSlices } from '../list/workInSlices.ts';
import type { ViewActions } from '../view/useView.ts';

interface Box {
  readonly text: string;
  /** Where it is typed; null where nobody types. */
  readonly caret: number | null;
  /** Nothing was typed for a moment. */
  readonly resting: boolean;
  /** What of the text is applied; these terms of the view are shown in the box, not as chips. */
  readonly filter: Filter;
  /** The view's whole filter as the box last wrote or read it. */
  readonly known: string;
}

/** What waits to be whole counts as it stands when nothing is typed for so long. Milliseconds. */
const REST_MS = 700;
/** What is drawn after so short a search still is no long task with it. Milliseconds. */
const SHORT_MS = 8;

/**
 * The text of the search box. It and the address are the same filter: what is typed applies as
 * soon as it can be whole, and where that takes a long search, in tasks of its own; on `settle`
 * its fields turn into chips and its free words stay in the box. When the address moves by itself
 * (back, a chip, a link), the box follows. `ahead` is told what will apply unless more is typed.
 */
export function useQueryText(view: View, actions: ViewActions, ahead: SearchAhead) {
  const printed = keyOf(view.filter);
  const [held, setBox] = useState<Box>(() => fromView(view.filter));
  const box = held.known === printed ? held : fromView(view.filter);
  if (box !== held) setBox(box);
  const { text, caret, resting } = box;
  const { problems } = useMemo(() => readTyping(text, caret, resting), [text, caret, resting]);
  const rest = useRef(noWait);
  // A timer is the one thing here that outlives the screen.
  useEffect(() => () => rest.current(), []);

  const chips = chipsOf(view.filter, box.filter);

  /** So that the next letter is found at once: before all else that waits for an idle page. */
  const readOn = () => {
    let cancel = whenIdle(() => {
      cancel = workInSlices(readNextLetters(ahead.searched), noWait, inNextTask);
    }, 0);
    return () => cancel();
  };

  const change = (typed: string, at: number) => {
    rest.current();
    // Asked for only once the rows have changed, a frame would come up to one frame later.
    requestAnimationFrame(noFrame);
    const said = readTyping(typed, at, false).filter;
    const meant = said ?? readTyping(typed, at, true).filter;
    const next = makeFilter([...chips, ...(meant ?? [])]);
    if (said !== null && ahead.isPrepared(next)) {
      setBox({ text: typed, caret: at, resting: false, filter: said, known: keyOf(next) });
      actions.replace((now) => withFilter(now, next));
      rest.current = readOn();
      return;
    }
    const waiting: Box = { ...box, text: typed, caret: at, resting: false };
    setBox(waiting);
    const apply = (filter: Filter) => {
      requestAnimationFrame(noFrame);
      const whole = { ...waiting, resting: said === null, filter, known: keyOf(next) };
      // Box and address in one: drawn apart, the box would follow an address it does not know.
      flushSync(() => {
        setBox((now) => (now === waiting ? whole : now));
        actions.replace((now) => (keyOf(now.filter) === printed ? withFilter(now, next) : now));
      });
      rest.current = readOn();
    };
    if (said !== null) {
      // A search apart from the letter itself; what comes of it apart from a long one.
      rest.current = inNextTask(() => {
        const began = performance.now();
        ahead.prepare(next);
        const isShort = performance.now() - began < SHORT_MS;
        if (isShort) apply(said);
        else rest.current = inNextTask(() => apply(said));
      });
      return;
    }
    let forget = whenIdle(() => {
      if (meant === null) return;
      ahead.prepare(next);
      forget = readOn();
    }, 0);
    const timer = setTimeout(() => {
      if (meant === null) setBox((now) => (now === waiting ? { ...now, resting: true } : now));
      else apply(meant);
    }, REST_MS);
    rest.current = () => {
      clearTimeout(timer);
      forget();
    };
  };

  return {
    text,
    /** What there is to say of the text, but for the part that is half typed. */
    problems,
    /** False while a person types. */
    settled: caret === null,
    /** The terms that are not in the box. */
    chips,
    change,
    /** Fields become chips; a text with mistakes stays as it is, to be mended. */
    settle: () => {
      rest.current();
      const { filter, problems: all } = parseQueryText(text);
      const next = makeFilter([...chips, ...filter]);
      const wrong = all.some((problem) => problem.kind === 'mistake');
      const held = { text, caret: null, resting: true, filter, known: keyOf(next) };
      setBox(wrong ? held : fromView(next));
      if (keyOf(next) !== printed) actions.replace((now) => withFilter(now, next));
    },
    /** Takes a chip back into the box, to be typed over. */
    edit: (term: Term) => {
      const filter = makeFilter([...box.filter, term]);
      const taken = `${printQueryText([term])} ${text}`.trim();
      setBox({ text: taken, caret: null, resting: true, filter, known: printed });
    },
  };
}

const noFrame = () => undefined;
const noWait = (): void => undefined;

export type QueryText = ReturnType<typeof useQueryText>;

function fromView(filter: Filter): Box {
  const free = filter.filter((term) => term.kind === 'free');
  return {
    text: printQueryText(free),
    caret: null,
    resting: true,
    filter: free,
    known: keyOf(filter),
  };
}

function chipsOf(filter: Filter, inBox: Filter): Filter {
  const keys = new Set(inBox.map(termKey));
  return filter.filter((term) => !keys.has(termKey(term)));
}

function keyOf(filter: Filter): string {
  return printView(makeView({ filter }));
}
