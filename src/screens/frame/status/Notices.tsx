import { lazy } from 'react';
import { Piece } from '../../../ui/Piece.tsx';
import { useList } from '../list/useList.ts';
import { usePageReplica } from '../list/usePageReplica.ts';
import { Problem } from './Problem.tsx';

const UnreadableNote = lazy(async () => ({
  default: (await import('./UnreadableNote.tsx')).UnreadableNote,
}));

/** What is wrong with the list, above its rows. */
export function Notices() {
  const replica = usePageReplica();
  const { state } = useList();
  return (
    <div className="flex flex-col gap-2 px-3 pb-2 empty:hidden">
      {state.error && state.error.kind !== 'unauthorized' && (
        <Problem
          error={state.error}
          rowsFrom={state.loaded > 0 ? state.updatedAt : null}
          nextCheckAt={state.nextCheckAt}
          onRetry={() => replica.refresh()}
        />
      )}
      {state.unreadable.length > 0 && (
        <Piece>
          <UnreadableNote unreadable={state.unreadable} />
        </Piece>
      )}
    </div>
  );
}
