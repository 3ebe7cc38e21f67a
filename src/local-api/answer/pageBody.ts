import type { StoredPage } from '../store/openStore.ts';
import type { Fault } from './faultOf.ts';

/** The envelope of a page (`GenericPaginationResponse`), joined from ready bodies. */
export function pageBody(page: StoredPage, offset: number, limit: number, fault: Fault): string {
  const bodies = fault.kind === 'spoilt' ? spoilt(page.bodies) : page.bodies;
  const text = `{"total_count":${page.total},"offset":${offset},"limit":${limit},"data":[${bodies.join(',')}],"status":"success"}`;
  return fault.kind === 'cut' ? text.slice(0, Math.floor(text.length * 0.6)) : text;
}

/** One build of the page gets a number for its name. */
function spoilt(bodies: readonly string[]): string[] {
  const at = Math.min(2, bodies.length - 1);
  return bodies.map((body, index) =>
    index === at ? body.replace(/"imageName":"[^"]*"/, '"imageName":42') : body,
  );
}
