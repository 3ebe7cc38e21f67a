import { BookmarkPlus, Ellipsis } from 'lucide-react';
import { Suspense, useCallback, useMemo, useRef, useState } from 'react';
import { Boundary } from '../../ui/Boundary.tsx';
import { Button } from '../../ui/Button.tsx';
import { lazyPiece } from '../../ui/lazyPiece.ts';
import { Menu } from '../../ui/Menu.tsx';
import { NARROW, useMediaQuery } from '../../ui/useMediaQuery.ts';
import { parseView } from '../../views/address/parseView.ts';
import type { SavedViewsAction } from '../../views/saved/reduceSavedViews.ts';
import { findSavedView, listSavedViews } from '../../views/saved/SavedViews.ts';
import { useView } from '../frame/view/useView.ts';
import type { ViewDialogKind } from './dialogs/ViewDialogs.tsx';
import { keepFocus } from './keepFocus.ts';
import { NotLoaded } from './NotLoaded.tsx';
import { currentView } from './saved/currentView.ts';
import { useSavedViews } from './saved/useSavedViews.ts';
import { useMarkOpened } from './useMarkOpened.ts';
import { useViewCounts } from './useViewCounts.ts';
import { useViewMenu } from './useViewMenu.ts';
import { ViewChoice } from './ViewChoice.tsx';
import { ViewNotes } from './ViewNotes.tsx';
import { ViewTabs } from './ViewTabs.tsx';

const loadDialogs = () => import('./dialogs/ViewDialogs.tsx');
const ViewDialogs = lazyPiece(async () => (await loadDialogs()).ViewDialogs);

/** The views that everyone has and the person's own, in one line; saving and keeping them. */
export function ViewBar() {
  const [view, actions] = useView();
  const { state: saved, problem, chosen, dispatch, dismissProblem } = useSavedViews();
  const [dialog, setDialog] = useState<ViewDialogKind | null>(null);
  const [deleted, setDeleted] = useState<string | null>(null);
  const line = useRef<HTMLElement>(null);
  const narrow = useMediaQuery(NARROW);
  const counts = useViewCounts(useMemo(() => listSavedViews(saved), [saved]));
  const current = currentView(saved, view, chosen);
  useMarkOpened(current?.name ?? null, dispatch);

  const open = useCallback(
    (name: string) => {
      const search = findSavedView(saved, name)?.search;
      if (search === undefined) return;
      dispatch({ kind: 'open', name, now: Date.now() });
      actions.push(() => parseView(search));
    },
    [saved, actions, dispatch],
  );
  const keep = useCallback((change: () => void) => keepFocus(line.current, change), []);
  const forgetDeleted = useCallback(() => keep(() => setDeleted(null)), [keep]);
  // The offer to undo ends with the next thing done.
  const act = (action: SavedViewsAction) => {
    setDeleted(action.kind === 'delete' ? action.name : null);
    dispatch(action);
  };

  const left = saved.own.find(({ name }) => name === chosen);
  const menu = useViewMenu({ saved, current, left, view, dispatch: act }, setDialog);

  return (
    <div className="max-sm:contents sm:px-3 sm:pt-1 print:hidden">
      <div className="flex items-center gap-0.5 max-sm:shrink-0">
        {narrow ? (
          <ViewChoice ref={line} saved={saved} current={current} counts={counts} onOpen={open} />
        ) : (
          <ViewTabs ref={line} saved={saved} current={current} counts={counts} onOpen={open} />
        )}
        {current === undefined && !narrow && (
          <Button
            variant="plain"
            title="Save view"
            onPointerEnter={() => void loadDialogs().catch(() => undefined)}
            onClick={menu.save.onSelect}
          >
            <BookmarkPlus aria-hidden="true" className="size-4" />
            Save view
          </Button>
        )}
        <Menu
          aria-label="View options"
          title="View options"
          variant="plain"
          align="end"
          caret={false}
          label={<Ellipsis aria-hidden="true" className="size-4 text-muted" />}
          items={[...(current === undefined && narrow ? [menu.save] : []), ...menu.items]}
        />
      </div>
      <div className="empty:hidden max-sm:order-1 max-sm:basis-full">
        <ViewNotes
          saved={saved}
          problem={problem}
          dismissProblem={dismissProblem}
          deleted={deleted}
          onDeletedEnd={forgetDeleted}
          act={act}
          keep={keep}
        />
      </div>
      {dialog !== null && (
        <Boundary fallback={() => <NotLoaded />}>
          <Suspense fallback={null}>
            <ViewDialogs
              open={dialog}
              saved={saved}
              dispatch={act}
              onClosed={() => keep(() => setDialog(null))}
            />
          </Suspense>
        </Boundary>
      )}
    </div>
  );
}
