import { formatCount } from '../lib/number.ts';
import { cutEnd, makeVisible, stripAnsi } from '../lib/text.ts';

const MOST_LINES = 20;
const MOST_CHARACTERS = 500;
const DEEPEST = 4;

/**
 * What an answer says about its failure, as lines of text ready to be shown: `param: details` of
 * the contract's `ErrorResponse`, and what frameworks say instead (`detail` as text or as a list
 * of `{loc, msg}`, `message`, `error`, in any nesting). Long lines and long lists are cut, with
 * their size said. Empty when it says nothing. Never throws.
 */
export function errorDetails(body: unknown): string[] {
  const lines = linesOf(body, '', 0);
  const shown = lines.slice(0, MOST_LINES).map(readable);
  const more = lines.length - shown.length;
  return more > 0 ? [...shown, `and ${formatCount(more)} more`] : shown;
}

interface Fault {
  readonly errors?: unknown;
  readonly detail?: unknown;
  readonly details?: unknown;
  readonly message?: unknown;
  readonly msg?: unknown;
  readonly error?: unknown;
  readonly param?: unknown;
  readonly loc?: unknown;
  readonly field?: unknown;
}

function linesOf(value: unknown, place: string, depth: number): string[] {
  if (typeof value === 'string') {
    const text = value.trim();
    return text === '' ? [] : [place === '' ? text : `${place}: ${text}`];
  }
  if (typeof value === 'number') return [place === '' ? String(value) : `${place}: ${value}`];
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return [];
  if (Array.isArray(value)) return value.flatMap((one) => linesOf(one, place, depth + 1));
  const fault: Fault = value;
  const at = placeOf(fault.param ?? fault.loc ?? fault.field) || place;
  const said = [fault.errors, fault.detail, fault.details, fault.message, fault.msg, fault.error];
  for (const one of said) {
    const lines = linesOf(one, at, depth + 1);
    if (lines.length > 0) return lines;
  }
  // Some frameworks key the messages by field: {"errors": {"limit": ["too large"]}}.
  if (depth === 0) return [];
  return Object.entries(value).flatMap(([key, one]) =>
    typeof one === 'string' || Array.isArray(one) ? linesOf(one, key, depth + 1) : [],
  );
}

/** `["query", "limit"]` is `query.limit`. */
function placeOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (!Array.isArray(value)) return '';
  return value.filter((part) => typeof part === 'string' || typeof part === 'number').join('.');
}

function readable(line: string): string {
  const text = makeVisible(stripAnsi(line.slice(0, MOST_CHARACTERS * 20)), true);
  const cut = cutEnd(text, MOST_CHARACTERS);
  return cut.length === line.length || cut === text
    ? cut
    : `${cut} (${formatCount(line.length)} characters in all)`;
}
