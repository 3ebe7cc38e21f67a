import { isActive, isEnded } from '../../contract/status.ts';
import { foldCase } from '../../lib/text.ts';
import { isStalledAt } from '../../list/BuildFacts.ts';
import type { Marks } from '../../list/Marks.ts';
import type { BuildPart, BuildState, Clause } from '../../list/Query.ts';
import type { BuildColumns } from '../columns/BuildColumns.ts';
import { oneOf, type RowMatcher } from './RowMatcher.ts';
import { durations, marksOf, waits } from './spans.ts';
import type { TextSearches } from './TextSearches.ts';
import { textMatcher } from './textMatcher.ts';

/** What a clause needs beside itself. */
export interface ClauseContext {
  readonly searches: TextSearches;
  readonly marks: Marks;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** The matcher of a clause, its `not` left out. */
export function clauseMatcher(
  clause: Clause,
  columns: BuildColumns,
  { searches, marks, now }: ClauseContext,
): RowMatcher {
  switch (clause.kind) {
    case 'status': {
      const wanted = marksOf(columns.statuses, isOneOf(clause.values));
      const { status } = columns;
      return (row) => wanted[status[row] ?? 0] === 1;
    }
    case 'artifact': {
      const wanted = marksOf(columns.artifacts.types, isOneOf(clause.values));
      const { first, count, artifacts } = columns;
      const { type } = artifacts;
      return (row) => {
        const from = first[row] ?? 0;
        const end = from + (count[row] ?? 0);
        for (let at = from; at < end; at += 1) if (wanted[type[at] ?? 0] === 1) return true;
        return false;
      };
    }
    case 'text':
      return textMatcher(clause, columns, searches);
    case 'time': {
      const { ms } = columns[clause.field];
      const [from, to] = boundsOf(clause);
      return (row) => isWithin(ms[row] ?? Number.NaN, from, to);
    }
    case 'span': {
      const span = clause.field === 'duration' ? durations(columns, now) : waits(columns, now);
      const [from, to] = boundsOf(clause);
      return (row) => isWithin(span[row] ?? Number.NaN, from, to);
    }
    case 'is':
      return oneOf(clause.values.map((value) => stateMatcher(value, columns, now)));
    case 'marked': {
      const bits = marks(clause.mark, clause.key)?.bits;
      return (row) => bits?.[row] === 1;
    }
    case 'has':
      return oneOf(clause.values.map((value) => partMatcher(value, columns)));
  }
}

function stateMatcher(state: BuildState, columns: BuildColumns, now: number): RowMatcher {
  const { status, conflicted, created } = columns;
  if (state === 'conflicted') return (row) => conflicted[row] === 1;
  const isState = {
    active: isActive,
    stalled: isActive,
    ended: isEnded,
    other: (word: string) => !isActive(word) && !isEnded(word),
  }[state];
  const wanted = marksOf(columns.statuses, isState);
  if (state !== 'stalled') return (row) => wanted[status[row] ?? 0] === 1;
  return (row) => wanted[status[row] ?? 0] === 1 && isStalledAt(created.ms[row] ?? Number.NaN, now);
}

function partMatcher(part: BuildPart, columns: BuildColumns): RowMatcher {
  const { firstError, hasPath, known, started, ended } = columns;
  switch (part) {
    case 'error':
      return (row) => firstError[row] !== 0;
    case 'path':
      return (row) => hasPath[row] === 1;
    case 'artifacts':
      return (row) => known[row] === 1;
    case 'start':
      return (row) => !Number.isNaN(started.ms[row]);
    case 'end':
      return (row) => !Number.isNaN(ended.ms[row]);
  }
}

function isOneOf(values: readonly string[]): (word: string) => boolean {
  const folded = new Set(values.map(foldCase));
  return (word) => folded.has(foldCase(word));
}

function boundsOf(range: { from: number | null; to: number | null }): [number, number] {
  return [range.from ?? Number.NEGATIVE_INFINITY, range.to ?? Number.POSITIVE_INFINITY];
}

const isWithin = (value: number, from: number, to: number): boolean => from <= value && value < to;
