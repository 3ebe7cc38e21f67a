import { useEffect, useMemo } from 'react';
import { useReplica } from '../../../replica/useReplica.ts';
import { parseView } from '../../../views/address/parseView.ts';
import { usePageReplica } from '../../frame/list/usePageReplica.ts';
import { useSelection } from '../../frame/list/useSelection.ts';

export interface ViewRowsProps {
  /** The view's address. */
  readonly search: string;
  /** Hears which rows it shows; null while that is not known. */
  readonly onRows: (rows: ReadonlySet<number> | null) => void;
}

/** Keeps count of what a watched view shows. */
export function ViewRows({ search, onRows }: ViewRowsProps) {
  const replica = usePageReplica();
  const view = useMemo(() => parseView(search), [search]);
  const { selection, pending } = useSelection(replica, useReplica(replica), view);
  const { order } = selection;
  // What is watched is looked at outside of React.
  useEffect(() => onRows(pending ? null : new Set(order)), [order, pending, onRows]);
  return null;
}
