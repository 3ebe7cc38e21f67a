import type { BuildTable } from '../../list/BuildTable.ts';
import type { Batches, BatchFacts } from '../batches/Batches.ts';
import { isAfter } from '../since/isAfter.ts';
import { type BatchMilestones, batchNews, milestonesOf } from './batchNews.ts';
import {
  CATCH_UP_MS,
  decideWatch,
  type Endings,
  NEW_MEMORY,
  NO_ENDINGS,
  type WatchMemory,
  type WatchNotice,
} from './decideWatch.ts';
import { type SeenEnding, SeenStatuses } from './SeenStatuses.ts';
import { type Watched, watchedKey } from './Watched.ts';
import { milestoneText } from './watchWords.ts';

/** A build that was never seen may have ended a little before the look at which it was not there. */
const SLACK_MS = 60_000;

/** What a look is about. All times are milliseconds since the epoch. */
export interface WatcherLook {
  readonly table: BuildTable;
  readonly watched: readonly Watched[];
  /** Of this machine: only lengths of time are taken from it. */
  readonly now: number;
  /** The API's clock at this look. */
  readonly apiTime: number;
  /** The API's clock when what is watched was last looked at, in any tab; null: never. */
  readonly seenAt: number | null;
  readonly settled: boolean;
  /** This tab tells for all. */
  readonly leads: boolean;
  /** By `watchedKey` of a cause: the rows of builds that failed by it. */
  readonly causeRows: (fingerprint: string) => ReadonlySet<number>;
  /** By `watchedKey` of a view: the rows that it shows. */
  readonly viewRows: ReadonlyMap<string, ReadonlySet<number>>;
  readonly batches: { readonly insight: Batches; readonly facts: BatchFacts };
}

export interface WatcherSays {
  readonly notice: WatchNotice | null;
  readonly againAt: number | null;
  /** All builds of what is watched that ended since the look before, those of pushes too. */
  readonly endings: Endings;
}

const SILENT: WatcherSays = { notice: null, againAt: null, endings: NO_ENDINGS };

/** Looks at a list again and again, and says what has become of what is watched. */
export class Watcher {
  readonly #seen = new SeenStatuses();
  readonly #milestones = new Map<string, BatchMilestones>();
  #memory: WatchMemory = NEW_MEMORY;
  #viewRows: WatcherLook['viewRows'] = new Map();
  #epoch = Number.NaN;

  look(look: WatcherLook): WatcherSays {
    const { table, now, leads } = look;
    const before = this.#epoch === table.epoch ? this.#viewRows : new Map();
    const { lookedAt, catchingUp } = this.#memory;
    const catching = catchingUp || (lookedAt !== null && now - lookedAt > CATCH_UP_MS);
    const all = this.#seen.look(table);
    const lines = this.#lines(look);
    this.#viewRows = look.viewRows;
    this.#epoch = table.epoch;
    if (!leads) {
      // Whoever leads next has to catch up with what was told last.
      this.#memory = NEW_MEMORY;
      return SILENT;
    }
    const news = all.filter((one) => isNews(one, look, catching));
    const alone: SeenEnding[] = [];
    const inPushes: SeenEnding[] = [];
    const covers = coverOf(look, before);
    for (const one of news) {
      const by = covers(one.row);
      if (by === 'thing') alone.push(one);
      if (by === 'push') inPushes.push(one);
    }
    const every = countOf([...alone, ...inPushes]);
    const decided = decideWatch(this.#memory, {
      now,
      settled: look.settled,
      // While it is watched a push tells by milestones; of a time away it tells how much ended.
      endings: catching ? every : countOf(alone),
      lines,
    });
    this.#memory = decided.memory;
    return { notice: decided.notice, againAt: decided.againAt, endings: every };
  }

  /** What pushes have come to since the look before. */
  #lines({ watched, batches, apiTime }: WatcherLook): readonly string[] {
    const { insight, facts } = batches;
    const pushes = watched.filter(({ kind }) => kind === 'batch');
    const keys = new Set(pushes.map(watchedKey));
    for (const key of this.#milestones.keys()) if (!keys.has(key)) this.#milestones.delete(key);
    return pushes.flatMap((push) => {
      const batch = facts.batches[insight.placeOf(facts, push.value) ?? -1];
      if (batch === undefined) return [];
      const progress = insight.progress(facts, batch, apiTime);
      const before = this.#milestones.get(watchedKey(push)) ?? null;
      const { told, news } = batchNews(before, milestonesOf(progress));
      this.#milestones.set(watchedKey(push), told);
      const [weightiest] = news;
      if (weightiest === undefined) return [];
      const counts = `${progress.completed} done, ${progress.failed} failed`;
      return [milestoneText(push.label, weightiest, counts)];
    });
  }
}

/** True for what ended since the look before, and not for an old build that was found late. */
function isNews({ row, wasSeen }: SeenEnding, look: WatcherLook, catching: boolean): boolean {
  const { table, seenAt } = look;
  if (catching) return seenAt !== null && isAfter(table.ended[row], seenAt);
  return wasSeen || (seenAt !== null && isAfter(table.ended[row], seenAt - SLACK_MS));
}

/** By what a row is watched: as a thing of its own, or as one of a push; null: by nothing. */
function coverOf(look: WatcherLook, before: WatcherLook['viewRows']) {
  const { table, watched, batches, causeRows, viewRows } = look;
  const ofKind = (kind: Watched['kind']) => watched.filter((one) => one.kind === kind);
  const valuesOf = (kind: Watched['kind']) => new Set(ofKind(kind).map(({ value }) => value));
  const ids = valuesOf('build');
  const names = valuesOf('image');
  const causes = ofKind('cause').map(({ value }) => causeRows(value));
  const views = ofKind('view').map(watchedKey);
  const { insight, facts } = batches;
  const places = new Set(ofKind('batch').map(({ value }) => insight.placeOf(facts, value)));
  places.delete(null);
  return (row: number): 'thing' | 'push' | null => {
    const isThing =
      ids.has(table.id.at(row)) ||
      names.has(table.texts.names.at(table.name[row] ?? -1)) ||
      causes.some((rows) => rows.has(row)) ||
      // A build that ended may come into a view by it, or leave one.
      views.some((key) => viewRows.get(key)?.has(row) || before.get(key)?.has(row));
    if (isThing) return 'thing';
    return places.has(facts.batchOf[row] ?? -1) ? 'push' : null;
  };
}

function countOf(news: readonly SeenEnding[]): Endings {
  const counts = { ...NO_ENDINGS };
  for (const { ending } of news) counts[ending] += 1;
  return counts;
}
