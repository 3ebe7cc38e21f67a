import type { ApiErrorKind } from './ApiError.ts';

/** How every sentence about a 200 that is no page of builds begins; what is wrong follows. */
export const UNREADABLE = 'The API’s answer is not a list of builds:';

/**
 * The one sentence of a kind of failure: what happened and what to do. `status` is the HTTP
 * status, null where there was none. Holds nothing that the API or a person wrote.
 */
export function errorMessage(kind: ApiErrorKind, status: number | null): string {
  return MESSAGES[kind](status === null ? '' : ` (${status})`);
}

const MESSAGES: Record<ApiErrorKind, (status: string) => string> = {
  offline: () => 'The API cannot be reached. Check the connection.',
  timeout: () => 'The API did not answer in full within 35 seconds.',
  unauthorized: (status) =>
    `The API refused this token${status}. Paste a new one; your view is kept.`,
  forbidden: (status) => `This token may not list image builds${status}.`,
  payment: () => 'Payment required: check the account’s billing.',
  missing: (status) => `This server does not have the image-builds API${status}.`,
  invalid: (status) => `The API did not accept the request${status}.`,
  refused: (status) => `The API refused the request${status}.`,
  server: (status) => `The API failed${status}.`,
  limited: (status) => `Too many requests${status}.`,
  quota: (status) => `A quota of this account is used up${status}. Waiting does not free it.`,
  unreadable: () => `${UNREADABLE} it could not be read.`,
  unexpected: (status) => `The API gave an answer that was not asked for${status}.`,
};
