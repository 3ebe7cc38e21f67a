import { knownStatus } from '../../contract/status.ts';
import { makeVisible } from '../../lib/text.ts';
import { factsAt } from '../../list/BuildFacts.ts';
import type { BuildTable } from '../../list/BuildTable.ts';
import type { ErrorLines } from '../../list/ErrorLines.ts';
import { printView } from '../../views/address/printView.ts';
import { makeView } from '../../views/address/View.ts';
import { cellTerm } from '../../views/editView.ts';

/** The first path of a build's artifacts that completed, a container image's before others. */
export function pathAt(table: BuildTable, row: number): string | null {
  const { artifacts, texts } = table;
  const first = artifacts.first[row] ?? 0;
  const count = artifacts.count[row] ?? 0;
  const places = Array.from({ length: count }, (_, at) => first + at);
  const typeOf = (place: number) => texts.types.at(artifacts.type[place] ?? -1);
  places.sort((a, b) => rank(typeOf(a)) - rank(typeOf(b)));
  for (const place of places) {
    const path = table.pathAt(row, place);
    const status = texts.statuses.at(artifacts.status[place] ?? -1);
    if (knownStatus(status) === 'COMPLETED' && path !== null && path.trim() !== '') return path;
  }
  return null;
}

const rank = (type: string) => (type === 'CONTAINER_IMAGE' ? 0 : 1);

/** The line that stands for a build's first error, to be shown; empty: it has none. */
export function errorAt(table: BuildTable, row: number, lines: ErrorLines | null): string {
  return makeVisible(factsAt(table, row, lines).errorLine ?? '');
}

/** The first error of a build, whole; null: it has none. */
export function wholeErrorAt({ firstError, texts }: BuildTable, row: number): string | null {
  const error = (firstError[row] ?? 0) - 1;
  return error < 0 ? null : texts.errors.at(error);
}

/** A build, opened in the list of all. */
export function buildLink(id: string): string {
  return printView(makeView({ open: [id] }));
}

/** All that is known of an image's name. */
export function imageLink(name: string): string {
  const term = cellTerm('image', name, false);
  return printView(makeView({ lens: 'images', filter: term === null ? [] : [term] }));
}
