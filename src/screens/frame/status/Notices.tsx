import { lazyPiece } from '../../../ui/lazyPiece.ts';
import { Piece } from '../../../ui/Piece.tsx';
import { useList } from '../list/useList.ts';
import { usePageReplica } from '../list/usePageReplica.ts';
import { Problem } from './Problem.tsx';

const UnreadableNote = lazyPiece(async () => (await import('./UnreadableNote.tsx')).UnreadableNote);

/** What is wrong with the list, above its rows: one thing at a time, the worst first. */
export function Notices() {
  const replica = usePageReplica();
  const { state } = useList();
  // To be signed in again is asked for elsewhere.
  const problem = state.error?.kind === 'unauthorized' ? null : state.error;
  return (
    <div className="flex flex-col gap-2 px-3 pb-1 empty:hidden">
      {problem && (
        <Problem
          error={problem}
          rowsFrom={state.loaded > 0 ? state.updatedAt : null}
          nextCheckAt={state.nextCheckAt}
          onRetry={() => replica.refresh()}
        />
      )}
      {!problem && state.unreadable.length > 0 && (
        <Piece>
          <UnreadableNote unreadable={state.unreadable} />
        </Piece>
      )}
    </div>
  );
}
