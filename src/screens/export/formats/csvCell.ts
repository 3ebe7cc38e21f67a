import { formatCount } from '../../../lib/number.ts';
import { disarm } from './disarm.ts';

/**
 * A text as a cell of CSV: quoted (RFC 4180), disarmed, and cut with a mark where Excel would
 * spread it over others.
 */
export function csvCell(text: string): string {
  return `"${fitted(text).replaceAll('"', '""')}"`;
}

/** Disarmed, and short enough for a cell of Excel. */
function fitted(text: string): string {
  const cell = disarm(text.slice(0, LONGEST_CELL));
  if (text.length <= LONGEST_CELL && cell.length <= LONGEST_CELL) return cell;
  const mark = ` [cut: ${formatCount(text.length)} characters in all]`;
  // No half of a surrogate pair at the edge.
  return cell.slice(0, LONGEST_CELL - mark.length).replace(/[\ud800-\udbff]$/, '') + mark;
}

/** Characters (Excel specifications and limits: total number of characters that a cell can contain). */
const LONGEST_CELL = 32_767;
