import type { Watched } from '../../../insights/watch/Watched.ts';
import { printView } from '../../../views/address/printView.ts';
import { makeView } from '../../../views/address/View.ts';
import { cellTerm } from '../../../views/editView.ts';

/** Where a watched thing is shown. */
export function watchedLink({ kind, value }: Pick<Watched, 'kind' | 'value'>): string {
  switch (kind) {
    case 'build':
      return printView(makeView({ open: [value] }));
    case 'image': {
      const term = cellTerm('image', value, false);
      return printView(
        makeView({ lens: 'images', ...(term && { filter: [term] }), open: [value] }),
      );
    }
    case 'batch':
      return printView(makeView({ lens: 'batches', open: [value] }));
    case 'cause':
      return printView(makeView({ lens: 'errors', open: [value] }));
    case 'view':
      return value || '?';
  }
}
