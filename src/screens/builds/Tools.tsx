import { Columns3 } from 'lucide-react';
import { lazy } from 'react';
import type { Replica } from '../../replica/createReplica.ts';
import { Piece } from '../../ui/Piece.tsx';
import { Popover } from '../../ui/Popover.tsx';
import { useMediaQuery } from '../../ui/useMediaQuery.ts';
import type { View } from '../../views/address/View.ts';
import { ExportMenu } from '../export/ExportMenu.tsx';
import type { BuildList } from '../frame/list/useBuildList.ts';
import type { ViewActions } from '../frame/view/useView.ts';
import { LinkButton } from './LinkButton.tsx';
import { SortMenu } from './SortMenu.tsx';

const ColumnsMenu = lazy(async () => ({
  default: (await import('./ColumnsMenu.tsx')).ColumnsMenu,
}));

export interface ToolsProps {
  readonly replica: Replica;
  readonly list: BuildList;
  readonly view: View;
  readonly actions: ViewActions;
  readonly selected: ReadonlySet<string>;
}

/** What can be done with the list as it is shown: link, order on phones, display, export. */
export function Tools({ replica, list, view, actions, selected }: ToolsProps) {
  const narrow = useMediaQuery('(max-width: 640px)');
  return (
    <>
      {narrow && <SortMenu view={view} actions={actions} />}
      <LinkButton />
      <Popover
        variant="plain"
        align="end"
        label={
          <>
            <Columns3 aria-hidden="true" className="size-3.5" />
            <span className="max-sm:sr-only">Display</span>
          </>
        }
        panel={() => (
          <Piece>
            <ColumnsMenu
              view={view}
              keeping={list.state.keepsCopy}
              onKeep={(keep) => replica.keepCopy(keep)}
            />
          </Piece>
        )}
      />
      <ExportMenu store={replica.store} order={list.order} selected={selected} />
    </>
  );
}
