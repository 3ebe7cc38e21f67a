import type { RefObject } from 'react';
import type { Replica } from '../../replica/createReplica.ts';
import type { VirtualTableHandle } from '../../table/VirtualTable.tsx';
import type { View } from '../../views/address/View.ts';
import { TimeCard } from '../build/TimeCard.tsx';
import { PrintTable } from '../export/print/PrintTable.tsx';
import type { BuildList } from '../frame/list/useBuildList.ts';
import type { ViewActions } from '../frame/view/useView.ts';
import { BuildKeyboard } from '../keys/BuildKeyboard.tsx';
import { DeepLinkNotes } from './DeepLinkNotes.tsx';
import { useScrollToBuild } from './useScrollToBuild.ts';

export interface AfterRowsProps {
  readonly replica: Replica;
  readonly list: BuildList;
  readonly view: View;
  readonly actions: ViewActions;
  readonly active: string | null;
  readonly selected: ReadonlySet<string>;
  readonly setSelected: (ids: ReadonlySet<string>) => void;
  readonly table: RefObject<VirtualTableHandle | null>;
  readonly search: RefObject<HTMLInputElement | null>;
  readonly screen: RefObject<HTMLElement | null>;
  readonly secret: string | null;
}

/** What a screen with rows has besides them: keys, exact times, notes on links, print. */
export function AfterRows(props: AfterRowsProps) {
  const { replica, list, view, actions, table } = props;
  const scrollToBuild = useScrollToBuild(view, list, table);
  return (
    <>
      <div className="flex flex-col gap-2 p-3 empty:hidden">
        <DeepLinkNotes
          replica={replica}
          list={list}
          view={view}
          actions={actions}
          onShow={scrollToBuild}
        />
      </div>
      <BuildKeyboard
        enabled={props.secret !== null}
        replica={replica}
        paused={list.state.paused}
        rows={list.rows}
        order={list.order}
        table={table}
        search={props.search}
        view={view}
        actions={actions}
        active={props.active}
        selected={props.selected}
        setSelected={props.setSelected}
        secret={props.secret}
      />
      <TimeCard within={props.screen} />
      <PrintTable store={replica.store} order={list.order} view={view} loading={list.loading} />
    </>
  );
}
