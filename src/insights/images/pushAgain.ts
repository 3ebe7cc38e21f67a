import { allParts } from '../../lib/tasks/takeParts.ts';
import { isStalledAt } from '../../list/BuildFacts.ts';
import type { Texts } from '../../list/BuildTable.ts';
import { FAILED, StatusKinds } from '../StatusKinds.ts';
import type { ImageFacts } from './ImageFacts.ts';
import type { NameHistory, TagState } from './NameHistory.ts';

/** An image to push again, or one left out. */
export interface PushLine {
  readonly name: string;
  readonly tag: string;
  /** FAILED builds of it among the rows. */
  readonly builds: number;
  /** The build by which it is broken: its newest FAILED one; of one left out that is good since, the first FAILED one among the rows. */
  readonly row: number;
}

/** What to push again of some builds, and what was left out, and why. */
export interface PushAgain {
  /** Broken images, each once, name by name in the order in which the rows first name them. */
  readonly lines: readonly PushLine[];
  /** FAILED builds that the lines stand for. */
  readonly builds: number;
  /** Its newest COMPLETED or FAILED build COMPLETED. */
  readonly goodSince: readonly PushLine[];
  /** Broken, and an active build that is not stalled was created after that failure. */
  readonly builtAgain: readonly PushLine[];
}

/** Rows and images that are dealt with between two looks at the clock. */
const PART = 1024;

/**
 * Of the FAILED builds among some rows (a selection, or what is ticked), the images to push
 * again. `now`: milliseconds since the epoch. Names that are not read yet (`facts.unreadNames`)
 * are missing: ask again when `work` is done.
 */
export function pushAgain(facts: ImageFacts, rows: Uint32Array, now: number): PushAgain {
  return allParts(pushAgainInParts(facts, rows, now));
}

/** The same in parts, each of which takes less than a millisecond. */
export function* pushAgainInParts(
  facts: ImageFacts,
  rows: Uint32Array,
  now: number,
): Generator<void, PushAgain> {
  const counts: FailedByName = new Map();
  for (let from = 0; from < rows.length; from += PART) {
    countFailed(facts, rows.subarray(from, from + PART), counts);
    yield;
  }
  const tagText = textsOnce(facts.table.texts.tags);
  const lines: PushLine[] = [];
  const goodSince: PushLine[] = [];
  const builtAgain: PushLine[] = [];
  let names = 0;
  for (const [history, tags] of counts) {
    const states = statesOf(history);
    for (const [tag, { builds, first }] of tags) {
      const state = states(tag);
      if (state === undefined) continue;
      const row = state.broken ? state.row : first;
      const line = { name: history.name, tag: tagText(tag), builds, row };
      if (!state.broken) goodSince.push(line);
      else if (isBuiltAgain(facts, history, tag, state.created, now)) builtAgain.push(line);
      else lines.push(line);
    }
    names += 1;
    if (names % PART === 0) yield;
  }
  return { lines, builds: lines.reduce((sum, one) => sum + one.builds, 0), goodSince, builtAgain };
}

/** By name and tag. */
type FailedByName = Map<NameHistory, Map<number, FailedBuilds>>;

function countFailed({ table, names }: ImageFacts, rows: Uint32Array, counts: FailedByName): void {
  const kinds = new StatusKinds().of(table);
  const { status, name, tag: tagOf } = table;
  for (const row of rows) {
    if (kinds[status[row] ?? 0] !== FAILED) continue;
    const history = names[name[row] ?? 0];
    if (history === undefined) continue;
    const tags = counts.get(history) ?? new Map<number, FailedBuilds>();
    counts.set(history, tags);
    const tag = tagOf[row] ?? 0;
    const seen = tags.get(tag);
    if (seen) seen.builds += 1;
    else tags.set(tag, { builds: 1, first: row });
  }
}

/** Looks up the tags of a name, of which most names have one. */
function statesOf({ tags }: NameHistory): (tag: number) => TagState | undefined {
  if (tags.length < 8) return (tag) => tags.find((one) => one.tag === tag);
  const states = new Map(tags.map((one) => [one.tag, one]));
  return (tag) => states.get(tag);
}

/** Texts by their codes, each read once: few tags are those of many images. */
function textsOnce(texts: Texts): (code: number) => string {
  const known = new Map<number, string>();
  return (code) => {
    const text = known.get(code) ?? texts.at(code);
    known.set(code, text);
    return text;
  };
}

/** FAILED builds of an image among some rows. */
interface FailedBuilds {
  builds: number;
  readonly first: number;
}

function isBuiltAgain(
  { table }: ImageFacts,
  history: NameHistory,
  tag: number,
  failedCreated: number,
  now: number,
): boolean {
  return history.active.some((row) => {
    const created = table.created[row] ?? Number.NaN;
    return table.tag[row] === tag && created > failedCreated && !isStalledAt(created, now);
  });
}
