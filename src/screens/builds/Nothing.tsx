import { lazy } from 'react';
import { Piece } from '../../ui/Piece.tsx';
import { useList } from '../frame/list/useList.ts';
import { useView } from '../frame/view/useView.ts';
import { SkeletonRows } from './SkeletonRows.tsx';

const NoMatch = lazy(async () => ({
  default: (await import('../frame/filter/NoMatch.tsx')).NoMatch,
}));

/** What stands in place of rows: still to come, hidden by the filter, or none at all. */
export function Nothing({ rowHeight }: { readonly rowHeight: number }) {
  const [view] = useView();
  const { state, rows } = useList();
  if (rows.count > 0) return null;
  if (state.loaded === 0) {
    if (state.completeness === 'complete') return <NoBuilds />;
    return state.error ? null : <SkeletonRows rowHeight={rowHeight} />;
  }
  if (view.filter.length === 0) return null;
  return (
    <Piece>
      <NoMatch />
    </Piece>
  );
}

/** The account has no builds at all. */
function NoBuilds() {
  return (
    <div className="mx-auto flex max-w-xl flex-col items-start gap-2 px-4 py-10">
      <h2 className="text-lg font-semibold">No builds yet</h2>
      <p className="text-muted">
        The API has no image builds for this token. Push an image, and it appears here by itself.
      </p>
    </div>
  );
}
