import type { ImageNames } from '../../insights/images/ImageNames.ts';
import { type PushAgain, pushAgain } from '../../insights/images/pushAgain.ts';
import type { BuildTable } from '../../list/BuildTable.ts';
import { breathe } from './breathe.ts';
import { SLICE, type Slicing } from './writeInSlices.ts';

export interface PushSource {
  readonly table: BuildTable;
  /** The builds whose images are meant. */
  readonly rows: Uint32Array;
  /** What is known of their names: loaded and read when it is first asked for. */
  readonly images: () => Promise<ImageNames>;
}

/**
 * The images of some builds that are to be pushed again, once all names are read, which is done
 * in slices. `now`: milliseconds since the epoch.
 *
 * @throws the signal's reason once it is aborted.
 */
export async function readPushAgain(
  { table, rows, images }: PushSource,
  now: number,
  { signal, pause = breathe }: Pick<Slicing, 'signal' | 'pause'>,
): Promise<PushAgain> {
  const names = await images();
  for (;;) {
    signal.throwIfAborted();
    const facts = names.facts(table, now);
    if (facts.unreadNames === 0) return pushAgain(facts, rows, now);
    while (!names.work(SLICE)) {
      await pause();
      signal.throwIfAborted();
    }
  }
}
