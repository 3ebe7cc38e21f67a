import type { LensRows } from '../../frame/list/useStage.ts';
import type { Move } from '../map/keyMap.ts';
import { announce } from './announce.ts';
import { findFailure } from './findFailure.ts';
import type { KeyContext } from './KeyContext.ts';
import { moveTo } from './moveTo.ts';
import { firstRowInView, rowsInAPage } from './tableBox.ts';

/** The rows that keys move in, whatever lens shows them. */
function shownRows({ lensRows, rows }: KeyContext): Pick<LensRows, 'count' | 'positionOf'> {
  return lensRows.current ?? rows;
}

/** Where the row stands that the keys are about; null when there is none on this screen. */
export function activePosition(context: KeyContext): number | null {
  return context.active === null ? null : shownRows(context).positionOf(context.active);
}

/** Where a person without such a row begins: at what they see. Null without rows. */
export function startPosition(context: KeyContext): number | null {
  const rows = shownRows(context);
  const seen = firstRowInView();
  const position = seen === null ? null : rows.positionOf(seen);
  return position ?? (rows.count > 0 ? 0 : null);
}

/** Brings the focus to another row; false without rows. `target`: what has the focus now. */
export function move(context: KeyContext, to: Move, target: EventTarget | null): boolean {
  const { table } = context;
  const { count } = shownRows(context);
  const from = activePosition(context);
  const position =
    from === null ? startPosition(context) : moveTo(to, from, count, rowsInAPage(target));
  if (position === null) return false;
  table.current?.focusRow(position);
  return true;
}

/** Brings the focus to the next row that is about a failure, and says when it went round. */
export function goToFailure(context: KeyContext, step: 1 | -1): void {
  const { lensRows, table } = context;
  const { count } = shownRows(context);
  const from = activePosition(context);
  const found = findFailure(
    count,
    from,
    step,
    (position) => lensRows.current?.isFailure(position) ?? false,
  );
  if (found === null) {
    announce('No failure among these rows.');
    return;
  }
  table.current?.focusRow(found.position);
  if (found.position === from) announce('This is the only failure among these rows.');
  else if (found.wrapped) {
    announce(step === 1 ? 'Went on from the top.' : 'Went on from the bottom.');
  }
}
