import { knownStatus } from '../../../contract/status.ts';
import type { Move } from '../map/keyMap.ts';
import { announce } from './announce.ts';
import { findFailure } from './findFailure.ts';
import type { KeyContext } from './KeyContext.ts';
import { moveTo } from './moveTo.ts';
import { firstRowInView, rowsInAPage } from './tableBox.ts';

/** Where the row stands that the keys are about; null when there is none on this screen. */
export function activePosition({ active, rows }: KeyContext): number | null {
  return active === null ? null : rows.positionOf(active);
}

/** Where a person without such a row begins: at what they see. Null without rows. */
export function startPosition({ rows }: KeyContext): number | null {
  const seen = firstRowInView();
  const position = seen === null ? null : rows.positionOf(seen);
  return position ?? (rows.count > 0 ? 0 : null);
}

/** Brings the focus to another row; false without rows. `target`: what has the focus now. */
export function move(context: KeyContext, to: Move, target: EventTarget | null): boolean {
  const { rows, table } = context;
  const from = activePosition(context);
  const position =
    from === null ? startPosition(context) : moveTo(to, from, rows.count, rowsInAPage(target));
  if (position === null) return false;
  table.current?.focusRow(position);
  return true;
}

/** Brings the focus to the next build that failed or has an error, and says when it went round. */
export function goToFailure(context: KeyContext, step: 1 | -1): void {
  const { rows, order, table } = context;
  const { firstError, status, texts } = context.replica.table;
  const from = activePosition(context);
  const found = findFailure(rows.count, from, step, (position) => {
    const row = order[position] ?? 0;
    const word = texts.statuses.at(status[row] ?? -1);
    return knownStatus(word) === 'FAILED' || firstError[row] !== 0;
  });
  if (found === null) {
    announce('No failure among these builds.');
    return;
  }
  table.current?.focusRow(found.position);
  if (found.position === from) announce('This is the only failure among these builds.');
  else if (found.wrapped) {
    announce(step === 1 ? 'Went on from the top.' : 'Went on from the bottom.');
  }
}
