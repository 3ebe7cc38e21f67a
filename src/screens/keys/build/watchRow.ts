import { MOST_WATCHED, type Watched } from '../../../insights/watch/Watched.ts';
import { imageReference } from '../../../lib/imageReference.ts';
import { makeVisible } from '../../../lib/text.ts';
import { announce } from './announce.ts';
import type { KeyContext } from './KeyContext.ts';

/** Watches the row that the keys are about, or no more, and says which. */
export function watchRow(context: KeyContext): void {
  const thing = watchedOf(context);
  if (thing === null) {
    announce('Go to a row first: a build, an image, a cause or a push can be watched.');
    return;
  }
  const { watches } = context;
  if (!watches.toggle(thing)) {
    announce(`${MOST_WATCHED} things are watched: end watching one first.`);
    return;
  }
  const on = watches.isWatched(thing);
  announce(on ? `Watching ${thing.label}.` : `No longer watching ${thing.label}.`);
}

function watchedOf({ view, rows, lensRows, active }: KeyContext): Watched | null {
  if (active === null) return null;
  if (view.lens !== 'builds') return lensRows.current?.watchedOf?.(active) ?? null;
  const position = rows.positionOf(active);
  if (position === null) return null;
  const { id, imageName, imageTag } = rows.at(position).build;
  const label = makeVisible(imageReference(imageName, imageTag).slice(0, 200));
  return { kind: 'build', value: id, label };
}
