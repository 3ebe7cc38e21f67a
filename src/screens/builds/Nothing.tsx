import { lazyPiece } from '../../ui/lazyPiece.ts';
import { Piece } from '../../ui/Piece.tsx';
import { useList } from '../frame/list/useList.ts';
import { useView } from '../frame/view/useView.ts';
import { SkeletonRows } from './SkeletonRows.tsx';

const NoMatch = lazyPiece(async () => (await import('../frame/filter/NoMatch.tsx')).NoMatch);

const NoBuilds = lazyPiece(async () => (await import('./NoBuilds.tsx')).NoBuilds);

/** What stands in place of rows: still to come, hidden by the filter, or none at all. */
export function Nothing({ rowHeight }: { readonly rowHeight: number }) {
  const [view] = useView();
  const { state, rows, pending } = useList();
  if (rows.count > 0) return null;
  if (state.loaded === 0) {
    if (state.unread > 0) return null;
    if (state.completeness === 'complete') {
      return (
        <Piece>
          <NoBuilds />
        </Piece>
      );
    }
    return state.error ? null : <SkeletonRows rowHeight={rowHeight} />;
  }
  if (pending) return <SkeletonRows rowHeight={rowHeight} />;
  if (view.filter.length === 0) return null;
  return (
    <Piece>
      <NoMatch />
    </Piece>
  );
}
