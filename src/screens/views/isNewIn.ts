import type { SavedView } from '../../views/saved/SavedViews.ts';
import type { ViewCount } from './ViewCounter.ts';

/** True when a view has builds that came since the person last opened it. */
export function isNewIn({ openedAt }: Pick<SavedView, 'openedAt'>, counted: ViewCount): boolean {
  return openedAt !== null && counted.newest > openedAt;
}
