import { printView } from '../../views/address/printView.ts';
import { type Lens, makeView } from '../../views/address/View.ts';
import type { Filter } from '../../views/terms/Filter.ts';

const inBatch = (id: string): Filter => [{ kind: 'mark', field: 'batch', value: id, not: false }];

/** A push through a lens: all its builds, whatever was filtered before, as all are counted. */
export function batchLink(id: string, lens: Lens = 'builds'): string {
  return printView(makeView({ lens, filter: inBatch(id) }));
}

/** The builds of a push that failed by a cause. */
export function causeLink(id: string, cause: string): string {
  const filter: Filter = [
    ...inBatch(id),
    { kind: 'mark', field: 'cause', value: cause, not: false },
  ];
  return printView(makeView({ filter }));
}

/** A push opened among all. */
export function openedBatchLink(id: string): string {
  return printView(makeView({ lens: 'batches', open: [id] }));
}

/** A push beside its family's previous one. */
export function compareLink(id: string): string {
  return printView(makeView({ lens: 'compare', compare: `batch:${id}` }));
}

/** A build, opened in the list of all. */
export function buildLink(id: string): string {
  return printView(makeView({ open: [id] }));
}
