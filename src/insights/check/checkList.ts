import { isStalledAt } from '../../list/BuildFacts.ts';
import type { BuildTable } from '../../list/BuildTable.ts';
import type { ImageFacts } from '../images/ImageFacts.ts';
import type { NameHistory } from '../images/NameHistory.ts';
import type { ImageReference } from './readReference.ts';

/**
 * How an image of a list stands: `good`, its newest COMPLETED or FAILED build COMPLETED; `failed`,
 * it FAILED; `active`, it has an active build that is not stalled, created after that one or
 * without one; `never`, none of these.
 */
export type CheckState = 'good' | 'failed' | 'active' | 'never';

export interface CheckedImage extends ImageReference {
  readonly state: CheckState;
  /** The build that says so; null: never built. Its error and path tell more. */
  readonly row: number | null;
}

/** A list of images against the whole list of builds: the only honest total of a push. */
export interface CheckedList {
  readonly images: readonly CheckedImage[];
  readonly counts: Readonly<Record<CheckState, number>>;
  /** False: "never" is only "not yet seen". */
  readonly complete: boolean;
}

/** Checks images at `now`, milliseconds since the epoch. */
export function checkList(
  { table, names, complete, unreadNames }: ImageFacts,
  list: readonly ImageReference[],
  now: number,
): CheckedList {
  const known = new Map<string, NameHistory>();
  for (const history of names) if (history !== undefined) known.set(history.name, history);
  const tags = new Map<NameHistory, ReadonlyMap<string, CheckedState>>();
  const counts = { good: 0, failed: 0, active: 0, never: 0 };
  const images = list.map((image): CheckedImage => {
    const history = known.get(image.name);
    let states: ReadonlyMap<string, CheckedState> | undefined;
    if (history !== undefined) {
      states = tags.get(history) ?? statesOf(table, history, now);
      tags.set(history, states);
    }
    const found = states?.get(image.tag) ?? { state: 'never', row: null };
    counts[found.state] += 1;
    return { ...image, ...found };
  });
  return { images, counts, complete: complete && unreadNames === 0 };
}

type CheckedState = Pick<CheckedImage, 'state' | 'row'>;

function statesOf(table: BuildTable, history: NameHistory, now: number) {
  const states = new Map<string, CheckedState>();
  const created = new Map<string, number>();
  for (const tag of history.tags) {
    const name = table.texts.tags.at(tag.tag);
    states.set(name, { state: tag.broken ? 'failed' : 'good', row: tag.row });
    created.set(name, tag.created);
  }
  for (const row of history.active) {
    const name = table.texts.tags.at(table.tag[row] ?? 0);
    const own = table.created[row] ?? Number.NaN;
    const before = created.get(name);
    const newer = before === undefined || own > before;
    if (newer && !isStalledAt(own, now)) states.set(name, { state: 'active', row });
  }
  return states;
}
