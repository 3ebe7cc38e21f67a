import { lazyPiece } from '../../ui/lazyPiece.ts';
import { Piece } from '../../ui/Piece.tsx';
import { useList } from '../frame/list/useList.ts';
import { BuildsTable } from './BuildsTable.tsx';

const DeepLinkNotes = lazyPiece(async () => (await import('./DeepLinkNotes.tsx')).DeepLinkNotes);

/** Every build of the view: sorted, opened in place, and what links to builds come to nothing. */
export function BuildsLens() {
  const { state } = useList();
  return (
    <>
      <BuildsTable />
      {state.loaded > 0 && (
        <Piece>
          <div className="flex flex-col gap-2 p-3 empty:hidden">
            <DeepLinkNotes />
          </div>
        </Piece>
      )}
    </>
  );
}
