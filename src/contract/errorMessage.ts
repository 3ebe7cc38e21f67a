import type { ApiErrorKind } from './ApiError.ts';

/**
 * The one sentence of a kind of failure: what happened and what to do. `status` is the HTTP
 * status, null where there was none. Holds nothing that the API or a person wrote.
 */
export function errorMessage(kind: ApiErrorKind, status: number | null): string {
  return MESSAGES[kind](status);
}

/** The sentence about a 200 that is no page of builds. `problem` is a clause: `it is empty`. */
export function unreadableMessage(problem: string): string {
  return `The API's answer is not a list of builds: ${problem}.`;
}

type Sentence = (status: number | null) => string;

const MESSAGES: Record<ApiErrorKind, Sentence> = {
  offline: () => 'The API cannot be reached. Check the connection.',
  timeout: () => 'The API did not answer in full within 35 seconds.',
  unauthorized: (status) =>
    `The API refused this token${code(status)}. Paste a new one; your view is kept.`,
  forbidden: (status) => `This token may not list image builds${code(status)}.`,
  payment: () => "Payment required: check the account's billing.",
  missing: () => 'This server does not have the image-builds API.',
  invalid: (status) => `The API did not accept the request${code(status)}.`,
  refused: (status) => `The API refused the request${code(status)}.`,
  server: (status) => `The API failed${code(status)}.`,
  limited: (status) => `Too many requests${code(status)}.`,
  quota: (status) =>
    `A limit of this account is reached${code(status)}. Waiting does not change that.`,
  intercepted: (status) =>
    `Something before the API, such as a proxy or a firewall, answered with a web page${code(status)}. The token was not judged.`,
  unreadable: () => unreadableMessage('it could not be read'),
  unexpected: (status) => {
    if (status === 204) return 'The API answered without content (204).';
    if (status === 206) return 'The API answered with a part of a page (206).';
    if (status === 304) return 'The API answered “not modified” (304) to a request for the list.';
    // A browser hides the status of a redirect that it was told not to follow.
    return status === null || (status >= 300 && status <= 399)
      ? `The API answered with a redirect${code(status)}, which is not followed.`
      : `The API answered in a way that this page does not know${code(status)}.`;
  },
};

function code(status: number | null): string {
  return status === null ? '' : ` (${status})`;
}
