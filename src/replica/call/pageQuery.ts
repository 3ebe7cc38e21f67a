import type { FetchQueryOptions } from '@tanstack/react-query';
import type { Page } from '../../contract/build.ts';
import { retryDelay, shouldRetry } from '../../contract/retry.ts';
import type { Ask } from '../sweep/Ask.ts';

/** A page and the call that brought it. */
export interface PageAnswer {
  /** What was really asked, where another tab's page holds what was wanted. */
  readonly ask?: Ask;
  readonly page: Page;
  /** Counts up with each call sent: an answer is as old as its call. */
  readonly stamp: number;
  /** When that call was sent, milliseconds since the epoch. */
  readonly sentAt: number;
}

/** The key under which all pages of an account stand. `account` is never the token. */
export function accountKey(account: string) {
  return ['builds', account] as const;
}

/**
 * The one query of this product: a page of builds. The replica keeps what the page brought, so
 * the cache does not: no time to live, no sharing of structure. Whether there is a network is
 * found out by asking, since a gateway on this machine answers without one.
 */
export function pageQuery(
  account: string,
  { offset, limit }: Ask,
  call: (signal: AbortSignal) => Promise<PageAnswer>,
): FetchQueryOptions<PageAnswer> {
  return {
    queryKey: [...accountKey(account), offset, limit],
    queryFn: ({ signal }) => call(signal),
    retry: shouldRetry,
    retryDelay,
    gcTime: 0,
    staleTime: 0,
    structuralSharing: false,
    networkMode: 'always',
  };
}
