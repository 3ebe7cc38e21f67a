import type { RefObject } from 'react';
import type { SelectableTable } from '../../../replica/select/SelectableTable.ts';
import type { TableRows } from '../../../table/place/TableRows.ts';
import type { VirtualTableHandle } from '../../../table/useTableHandle.ts';
import type { View } from '../../../views/address/View.ts';
import type { BuildRecord } from '../../build/BuildRecord.ts';
import type { Lens } from '../../frame/lens/Lens.ts';
import type { LensRows } from '../../frame/list/useStage.ts';
import type { ViewActions } from '../../frame/view/useView.ts';
import type { WatchList } from '../../frame/watch/WatchList.ts';
import type { NamedView } from '../map/viewKeys.ts';

/** What the keys work on: the screen as it stands now. */
export interface KeyContext {
  /** False while something else must be done first, such as signing in again. */
  readonly enabled: boolean;
  readonly replica: { readonly table: SelectableTable; refresh(): void };
  readonly rows: TableRows<BuildRecord>;
  /** The row numbers behind `rows`, in the same order. */
  readonly order: Uint32Array;
  /** The rows of the lens that is shown, which may be of something else than builds. */
  readonly lensRows: RefObject<LensRows | null>;
  readonly table: RefObject<VirtualTableHandle | null>;
  readonly search: RefObject<HTMLInputElement | null>;
  readonly view: View;
  readonly actions: ViewActions;
  /** The row that the keys are about. */
  readonly active: string | null;
  readonly ticked: ReadonlySet<string>;
  readonly setTicked: (ids: ReadonlySet<string>) => void;
  /** All views that can be gone to, the person's own in their order. */
  readonly views: readonly NamedView[];
  readonly goToView: (view: NamedView) => void;
  /** The ways to look at the list that there are. */
  readonly lenses: readonly Lens[];
  readonly watches: Pick<WatchList, 'toggle' | 'isWatched'>;
  readonly openSheet: () => void;
  readonly openPalette: () => void;
}
