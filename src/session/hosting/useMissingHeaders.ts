import { queryOptions, useQuery } from '@tanstack/react-query';
import { pageFolder } from '../../contract/served/pageFolder.ts';
import { missingHeaders } from './missingHeaders.ts';

/** A hint on the sign-in screen is not worth a longer wait. Milliseconds. */
const TIMEOUT_MS = 10_000;

const NONE: readonly string[] = [];

const pageHeaders = queryOptions({
  queryKey: ['page-headers'],
  queryFn: ({ signal }) => askForPage(AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)])),
  staleTime: Number.POSITIVE_INFINITY,
  networkMode: 'always',
  retry: false,
  // Vite's own server, which is for whoever changes the page, sends none of them.
  enabled: () => import.meta.env.PROD,
});

/**
 * Which headers the server of this page leaves out, by name. A page cannot read those that it came
 * with, so it is asked for once more. None while it is asked for, and where nobody answers.
 */
export function useMissingHeaders(): readonly string[] {
  return useQuery(pageHeaders).data ?? NONE;
}

async function askForPage(signal: AbortSignal): Promise<readonly string[]> {
  try {
    const answer = await fetch(pageFolder(), {
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      signal,
    });
    await answer.body?.cancel();
    return answer.ok ? missingHeaders(answer.headers) : NONE;
  } catch {
    return NONE;
  }
}
