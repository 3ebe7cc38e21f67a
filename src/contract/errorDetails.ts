import { formatCount } from '../lib/number.ts';
import { stripAnsi } from '../lib/stripAnsi.ts';
import { cutEnd, makeVisible } from '../lib/text.ts';

const MOST_LINES = 20;
const MOST_GRAPHEMES = 500;
/** Reading stops here: beyond it only "more" is said. */
const MOST_READ = 1000;
const DEEPEST = 6;

/**
 * What an answer says about its failure, as lines of text ready to be shown: `param: details` of
 * the contract's `ErrorResponse`, and what frameworks say instead (`detail` as text or as a list
 * of `{loc, msg}`, `message`, `error`, in any nesting). Long lines and long lists are cut, with
 * their size said. Empty when it says nothing. Never throws for a value that came from JSON.
 */
export function errorDetails(body: unknown): string[] {
  const lines: string[] = [];
  collect(body, '', 0, lines);
  const shown = lines.slice(0, MOST_LINES).map(readable);
  const more = lines.length - shown.length;
  if (lines.length >= MOST_READ) shown.push('and many more');
  else if (more > 0) shown.push(`and ${formatCount(more)} more`);
  return shown;
}

interface Fault {
  readonly errors?: unknown;
  readonly detail?: unknown;
  readonly details?: unknown;
  readonly message?: unknown;
  readonly msg?: unknown;
  readonly error?: unknown;
  readonly title?: unknown;
  readonly param?: unknown;
  readonly loc?: unknown;
  readonly field?: unknown;
}

function collect(value: unknown, place: string, depth: number, lines: string[]): void {
  if (lines.length >= MOST_READ || depth > DEEPEST) return;
  if (typeof value === 'string' || typeof value === 'number') {
    const text = String(value).trim();
    if (text !== '') lines.push(place === '' ? text : `${place}: ${text}`);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    const all: readonly unknown[] = value;
    for (const one of all) collect(one, place, depth + 1, lines);
    return;
  }
  const fault: Fault = value;
  const at = placeOf(fault.param ?? fault.loc ?? fault.field) || place;
  const before = lines.length;
  for (const said of [
    fault.errors,
    fault.detail,
    fault.details,
    fault.message,
    fault.msg,
    fault.error,
    fault.title,
  ]) {
    collect(said, at, depth + 1, lines);
    if (lines.length > before) return;
  }
  // Some frameworks key the messages by field: {"errors": {"limit": ["too large"]}}.
  if (depth === 0) return;
  for (const [key, said] of Object.entries(value)) {
    if (typeof said === 'string' || Array.isArray(said)) collect(said, key, depth + 1, lines);
  }
}

/** `["query", "limit"]` is `query.limit`. */
function placeOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (!Array.isArray(value)) return '';
  return value.filter((part) => typeof part === 'string' || typeof part === 'number').join('.');
}

function readable(line: string): string {
  const start = line.slice(0, MOST_GRAPHEMES * 20);
  const text = makeVisible(stripAnsi(start), true);
  const cut = cutEnd(text, MOST_GRAPHEMES);
  return cut === text && start === line
    ? text
    : `${cut} (${formatCount(line.length)} characters in all)`;
}
