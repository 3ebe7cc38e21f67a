import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { shownLineOf } from '../../../insights/errors/text/shownLineOf.ts';
import { LogLines } from './LogLines.ts';
import { LogSearch } from './LogSearch.ts';
import type { LineMark } from './lineParts.ts';
import {
  earlierSpan,
  foldedSpan,
  isFoldable,
  type LogSpan,
  laterSpan,
  unfoldedSpan,
} from './logSpan.ts';
import { useLogSearch } from './useLogSearch.ts';

/** What a person does with a log comes into view by this once it is laid out. */
type Wanted = 'hit' | 'line' | 'cursor' | null;

export type Log = ReturnType<typeof useLog>;

/**
 * How a log is looked at: folded around the line that says what went wrong, or around what the list
 * was searched for (`searched`, as it was typed); then whole, or as much of it as one look holds.
 */
export function useLog(message: string, searched: readonly string[], narrow: boolean) {
  const lines = useMemo(() => new LogLines(message), [message]);
  const picked = useMemo(
    () => Math.max(0, Math.min(shownLineOf(message).lineNumber, lines.count) - 1),
    [message, lines],
  );
  const foldable = useMemo(() => isFoldable(lines), [lines]);
  const given = searched.join('\n');
  const offered = useMemo(
    () => given.split('\n').find((text) => saysAny(lines, text)) ?? '',
    [lines, given],
  );
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? offered;
  const search = useLogSearch(lines, text);
  const [step, setStep] = useState({ text: '', at: 0 });
  const at = step.text === text ? step.at : 0;
  const hit = search.hits[at];
  const target = hit?.parts[0]?.line ?? picked;

  const [cursor, setCursor] = useState<number | null>(null);
  const [unfolded, setUnfolded] = useState<LogSpan | null>(null);
  const kept = unfolded !== null && holds(unfolded, target) ? unfolded : null;
  const span = useMemo(() => {
    if (unfolded === null && foldable) return foldedSpan(lines, target, narrow);
    return kept ?? unfoldedSpan(lines, target);
  }, [lines, foldable, unfolded, kept, target, narrow]);
  const marks = useMemo(() => marksOf(search, at), [search, search.hits.length, at]);
  // Thousands of lines are drawn piece by piece, while what is typed is heard.
  const seen = useMemo(() => ({ span, marks }), [span, marks]);
  const drawn = useDeferredValue(seen);
  const { box, want } = useSight(drawn === seen);

  return {
    lines,
    picked,
    /** The line that is looked at: where the person went, else what was hit, else what is picked. */
    line: cursor ?? target,
    cursor,
    span,
    drawn,
    box,
    foldable,
    folded: foldable && unfolded === null,
    search: { text, at, count: search.hits.length, done: search.done },
    unfold: () => {
      setUnfolded(unfoldedSpan(lines, target));
      want(hit ? 'hit' : 'line');
    },
    fold: () => {
      setUnfolded(null);
      want('line');
    },
    showEarlier: () => setUnfolded(earlierSpan(lines, span)),
    showLater: () => setUnfolded(laterSpan(lines, span)),
    find: (next: string) => {
      setTyped(next);
      setStep({ text: next, at: 0 });
      want('hit');
    },
    goOn: (by: 1 | -1) => {
      const { length } = search.hits;
      if (length === 0) return;
      setStep({ text, at: (at + by + length) % length });
      want('hit');
    },
    /** Goes to a line that is shown, by its place. */
    goTo: (line: number) => {
      setCursor(Math.max(span.from, Math.min(span.to - 1, line)));
      want('cursor');
    },
  };
}

const SEEN = { hit: '[data-current]', line: '[data-picked]', cursor: '[data-cursor]' } as const;

/** Brings into view what was asked for, once it is laid out. */
function useSight(isDrawn: boolean) {
  const box = useRef<HTMLDivElement>(null);
  const wanted = useRef<Wanted>(null);
  // Where the lines stand is known once they, and what is around them, are laid out.
  useEffect(() => {
    const now = wanted.current;
    // A hit in a long log comes later.
    if (!isDrawn || now === null || box.current?.querySelector(SEEN[now]) == null) return;
    // Drawn again before it is laid out, it is waited for again.
    return afterLayout(() => {
      wanted.current = null;
      const element = box.current?.querySelector(SEEN[now]);
      element?.scrollIntoView({ block: now === 'hit' ? 'center' : 'nearest', inline: 'nearest' });
    });
  });
  const want = (what: Wanted) => {
    wanted.current = what;
  };
  return { box, want };
}

/** Calls in the second frame from now: in the first one the table learns how high this is. */
function afterLayout(run: () => void): () => void {
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(run);
  });
  return () => cancelAnimationFrame(frame);
}

function holds({ from, to }: LogSpan, line: number): boolean {
  return line >= from && line < to;
}

/** Looks for a text no longer than it takes to draw: what stands further on is found by hand. */
function saysAny(lines: LogLines, text: string): boolean {
  const search = new LogSearch(lines, text);
  search.work(8);
  return search.hits.length > 0;
}

function marksOf(search: LogSearch, current: number): ReadonlyMap<number, readonly LineMark[]> {
  const marks = new Map<number, LineMark[]>();
  search.hits.forEach(({ parts }, at) => {
    for (const { line, start, end } of parts) {
      const known = marks.get(line) ?? [];
      known.push({ start, end, current: at === current });
      marks.set(line, known);
    }
  });
  return marks;
}
