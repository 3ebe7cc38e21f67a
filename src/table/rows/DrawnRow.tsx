import type { MouseEvent } from 'react';
import { classes } from '../../ui/classes.ts';
import { useMoment } from '../../ui/clock.ts';
import { drawCells } from './Cells.tsx';
import { Opened } from './Opened.tsx';
import type { RowProps } from './RowProps.ts';

export interface DrawnRowProps<T extends object> extends RowProps<T> {
  /** Each cell stands behind a boundary of its own. */
  readonly apart: boolean;
}

/** A row as one piece: its cells, or its card, and what it shows when opened. */
export function DrawnRow<T extends object>(props: DrawnRowProps<T>) {
  const { rowKey, record, columns, opened, card, height } = props;
  const now = useMoment(record, props.timeText ?? noText);
  const state = { now, opened, selected: props.selected === true };
  const wide = Math.max(1, columns.length);
  return (
    <>
      <div
        role="row"
        data-row={rowKey}
        aria-rowindex={props.rowIndex}
        aria-selected={props.selected}
        tabIndex={props.tabbable ? 0 : -1}
        onFocus={() => props.onActivate(rowKey)}
        onKeyDown={(event) => props.onKeyDown?.(event, rowKey)}
        onClick={(event) => {
          if (isPlainClick(event)) props.onToggle(rowKey);
        }}
        className={classes(
          'in-columns grid min-w-(--row-width) items-center border-b [contain:strict]',
          card ? 'grid-cols-1' : '[grid-template-columns:var(--columns)]',
          'border-line hover:bg-hover focus-visible:-outline-offset-2',
          opened && 'bg-hover',
          props.selected && 'bg-chosen',
          props.className,
        )}
        style={{ height }}
      >
        {card ? (
          <div role="cell" aria-colspan={wide} className="min-w-0">
            {card(record, state)}
          </div>
        ) : (
          drawCells({ record, columns, state, passing: props.passing, apart: props.apart })
        )}
      </div>
      {props.openedContent && (
        <Opened rowKey={rowKey} measure={props.measure} columns={wide}>
          {props.openedContent(record)}
        </Opened>
      )}
    </>
  );
}

const noText = () => '';

/** A click on the row itself: not on something in it, not the end of selecting text. */
function isPlainClick(event: MouseEvent<HTMLElement>): boolean {
  if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return false;
  const target = event.target;
  if (target instanceof Element && target.closest('a, button, input, label, [data-own-click]')) {
    return false;
  }
  return window.getSelection()?.isCollapsed !== false;
}
