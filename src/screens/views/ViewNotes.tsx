import { Button } from '../../ui/Button.tsx';
import { Message } from '../../ui/Message.tsx';
import { makeView } from '../../views/address/View.ts';
import type { SavedViewsAction } from '../../views/saved/reduceSavedViews.ts';
import { offeredName, type SavedViews, searchToSave } from '../../views/saved/SavedViews.ts';
import { UndoOffer } from '../frame/UndoOffer.tsx';
import { useView } from '../frame/view/useView.ts';
import { roomProblem } from './dialogs/roomProblem.ts';
import { LinkOffer } from './LinkOffer.tsx';

export interface ViewNotesProps {
  readonly saved: SavedViews;
  readonly problem: string | null;
  readonly dismissProblem: () => void;
  /** The name of the view just deleted, while that can be undone. */
  readonly deleted: string | null;
  readonly onDeletedEnd: () => void;
  readonly act: (action: SavedViewsAction) => void;
  /** Makes a change that takes a note away, and keeps the focus in the page. */
  readonly keep: (change: () => void) => void;
}

/** What there is to say about views: a link's offer, trouble with keeping them, a deletion. */
export function ViewNotes(props: ViewNotesProps) {
  const [view, actions] = useView();
  const { saved, problem, dismissProblem, deleted, onDeletedEnd, act, keep } = props;
  const offered = offeredName(saved, view);
  const decline = () => actions.replace((now) => makeView({ ...now, name: null }));
  return (
    <>
      {offered !== null && (
        <LinkOffer
          name={offered}
          problem={roomProblem(saved)}
          onSave={() =>
            keep(() => {
              act({ kind: 'save', name: offered, search: searchToSave(view), now: Date.now() });
              decline();
            })
          }
          onDecline={() => keep(decline)}
        />
      )}
      <div aria-live="polite">
        {problem !== null && (
          <Message
            tone="waiting"
            className="mt-2"
            action={
              <Button variant="plain" onClick={() => keep(dismissProblem)}>
                Dismiss
              </Button>
            }
          >
            {problem}
          </Message>
        )}
        {deleted !== null && saved.removed !== null && (
          <UndoOffer
            key={deleted}
            className="fixed bottom-3 left-3 z-30 flex max-w-[calc(100vw-1.5rem)] items-center gap-3 rounded-lg border border-line bg-raised py-1 pr-1 pl-3 text-sm shadow-lg"
            onUndo={() => keep(() => act({ kind: 'undo' }))}
            onEnd={onDeletedEnd}
          >
            <span className="min-w-0 truncate">Deleted “{deleted}”</span>
          </UndoOffer>
        )}
      </div>
    </>
  );
}
