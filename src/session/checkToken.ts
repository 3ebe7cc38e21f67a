import { ApiError } from '../contract/ApiError.ts';
import type { Page } from '../contract/build.ts';
import type { PageRequest } from '../contract/fetchPage.ts';
import { retryDelay, shouldRetry } from '../contract/retry.ts';

/** How a token is checked: by a call, and by waiting before another one. */
export interface TokenCheck {
  readonly fetchPage: (request: PageRequest) => Promise<Page>;
  /** Runs something once, after that many milliseconds. */
  readonly after: (ms: number, run: () => void) => void;
}

/** Who asks, and for whose builds: those of a team, or the token's own. */
export type Asked = Pick<PageRequest, 'token' | 'teamId'>;

/**
 * Asks the API for one build by a token: its answer accepts the token. Asks again where the API
 * fails for a moment, as every other call does.
 *
 * @throws what `fetchPage` throws; the signal's reason after an abort
 */
export async function checkToken(
  { fetchPage, after }: TokenCheck,
  asked: Asked,
  signal?: AbortSignal,
): Promise<Page> {
  const request = { ...asked, offset: 0, limit: 1, ...(signal && { signal }) };
  for (let failures = 0; ; failures += 1) {
    try {
      return await fetchPage(request);
    } catch (error) {
      const failing = error instanceof ApiError && error.kind === 'server';
      if (!failing || !shouldRetry(failures, error)) throw error;
      await new Promise<void>((resolve, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason));
        after(retryDelay(failures, error), resolve);
      });
    }
  }
}
