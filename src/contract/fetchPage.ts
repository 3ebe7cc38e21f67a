import type { Page } from './build.ts';

/** The one path of the API; the gateway serves it on the page's own origin. */
export const BUILDS_PATH = '/api/v1/images/builds';

/** What one call asks for. The token goes into the Authorization header and nowhere else. */
export interface PageRequest {
  readonly token: string;
  readonly offset: number;
  readonly limit: number;
  readonly signal?: AbortSignal;
}

/**
 * Asks for one page of builds and reads it.
 *
 * @throws ApiError for every failure but the caller's own abort, which throws the signal's reason.
 */
export async function fetchPage(_request: PageRequest): Promise<Page> {
  throw new Error('not yet');
}
