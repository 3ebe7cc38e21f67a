/**
 * More than this stays out of the address: servers answer 431 to it, browsers refuse it, and what
 * makes links of texts cuts it. Characters.
 */
const MOST_ADDRESS = 8000;

/** True for the query part of an address that can stand there. */
export function fitsAddress(search: string): boolean {
  return search.length <= MOST_ADDRESS;
}
