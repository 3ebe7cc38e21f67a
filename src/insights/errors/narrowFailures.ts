import { searchError } from '../../lib/searchText.ts';
import { foldCase } from '../../lib/text.ts';
import type { BuildTable } from '../../list/BuildTable.ts';
import type { Clause, TextPattern } from '../../list/Query.ts';
import type { ErrorReader } from './ErrorReader.ts';
import type { Failures } from './Failures.ts';

/** The mark of a cause, in `Marks` and in clauses. */
export const CAUSE = 'cause';

/**
 * Which failures the clauses on artifacts let through, of builds that the query lets through:
 * those of a wanted type (`artifact`), text (`error`) and cause. Negated clauses are about whole
 * builds: those on types and texts let all through, those on causes leave that cause out. A build
 * that failed itself has no type, and stays. Null: all.
 */
export function narrowFailures(
  clauses: readonly Clause[],
  table: BuildTable,
  failures: Failures,
  reader: ErrorReader,
): ((failure: number) => boolean) | null {
  const tests = clauses.flatMap((clause) => {
    if (clause.kind === 'artifact' && !clause.not) {
      return [byType(clause.values, table, failures)];
    }
    if (clause.kind === 'text' && clause.field === 'error' && !clause.not) {
      return [byText(clause.patterns, table, failures)];
    }
    if (clause.kind === 'marked' && clause.mark === CAUSE) {
      const cause = reader.causeWith(clause.key.toLowerCase()) ?? Number.NaN;
      return [(failure: number) => (failures.cause[failure] === cause) !== clause.not];
    }
    return [];
  });
  return tests.length === 0 ? null : (failure) => tests.every((test) => test(failure));
}

function byType(values: readonly string[], table: BuildTable, failures: Failures) {
  const wanted = new Set(values.map(foldCase));
  const types = Array.from({ length: table.texts.types.size }, (_, code) =>
    wanted.has(foldCase(table.texts.types.at(code))),
  );
  return (failure: number) => {
    const type = failures.type[failure] ?? 0;
    return type === 0 || types[type - 1] === true;
  };
}

/** Texts are compared only in builds with several: a text alone is why its build is there. */
function byText(patterns: readonly TextPattern[], table: BuildTable, failures: Failures) {
  const { first, count, error } = table.artifacts;
  const matches = new Map<number, boolean>();
  const hasSeveral = (row: number) => {
    const from = first[row] ?? 0;
    let texts = 0;
    for (let place = from; place < from + (count[row] ?? 0); place += 1) {
      if (error[place]) texts += 1;
    }
    return texts > 1;
  };
  return (failure: number) => {
    const code = failures.text[failure] ?? 0;
    if (code === 0) return false;
    if (!hasSeveral(failures.row[failure] ?? 0)) return true;
    const known = matches.get(code);
    if (known !== undefined) return known;
    const text = table.texts.errors.at(code - 1);
    const found = patterns.some((pattern) => matchesPattern(text, pattern));
    matches.set(code, found);
    return found;
  };
}

/** A text pattern's meaning (`TextPattern`) for the text of an error. */
function matchesPattern(error: string, { match, text }: TextPattern): boolean {
  if (match === 'exact') return error === text;
  const folded = searchError(error);
  const wanted = searchError(text);
  if (match === 'contains') return folded.includes(wanted);
  const [start = '', ...parts] = wanted.split('*');
  const end = parts.pop();
  if (end === undefined) return folded === start;
  if (!folded.startsWith(start) || folded.length < start.length + end.length) return false;
  let from = start.length;
  for (const part of parts) {
    const at = folded.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return folded.length - end.length >= from && folded.endsWith(end);
}
