import { Component, type ReactNode } from 'react';
import { DrawnRow } from './DrawnRow.tsx';
import type { RowProps } from './RowProps.ts';

interface TableRowState {
  readonly record: object;
  readonly broken: boolean;
}

/**
 * One row; drawn again only when what it shows has changed, whatever the table around it does.
 * It is its own boundary: after an error in it each cell is drawn behind one of its own, until
 * the record is another.
 */
export class TableRow<T extends object> extends Component<RowProps<T>, TableRowState> {
  override state: TableRowState = { record: this.props.record, broken: false };

  static getDerivedStateFromError(): Partial<TableRowState> {
    return { broken: true };
  }

  static getDerivedStateFromProps(
    { record }: RowProps<object>,
    state: TableRowState,
  ): TableRowState | null {
    return state.record === record ? null : { record, broken: false };
  }

  override shouldComponentUpdate(next: RowProps<T>, state: TableRowState): boolean {
    return (
      state.broken !== this.state.broken || SHOWN.some((name) => next[name] !== this.props[name])
    );
  }

  override render(): ReactNode {
    return <DrawnRow {...this.props} apart={this.state.broken} />;
  }
}

const SHOWN = [
  'record',
  'rowKey',
  'columnsKey',
  'passing',
  'timeText',
  'height',
  'rowIndex',
  'opened',
  'selected',
  'tabbable',
  'className',
  'card',
  'openedContent',
  'onToggle',
  'onActivate',
  'onKeyDown',
] as const;
