import { isTeamId } from '../../contract/teamId.ts';

/** What a call asks for, or why it cannot be answered: the `errors` of a 422. */
export type Paging =
  | { readonly offset: number; readonly limit: number; readonly teamId: string | null }
  | { readonly errors: readonly { readonly param: string; readonly details: string }[] };

const DEFAULT_LIMIT = 100;
/** Larger limits are answered with this many builds; the answer says so. */
export const MOST_BUILDS = 1000;

/**
 * Reads `offset` and `limit` of a query (contract: whole numbers from 0, defaults 0 and 100), and
 * `teamId`, which the contract does not name and the sister list has.
 */
export function readPaging(query: URLSearchParams): Paging {
  const offset = wholeNumber(query.getAll('offset').at(-1), 0);
  const limit = wholeNumber(query.getAll('limit').at(-1), DEFAULT_LIMIT);
  const teamId = query.getAll('teamId').at(-1) ?? null;
  const isTeam = teamId === null || isTeamId(teamId);
  const errors = [
    ...(typeof offset === 'string' ? [{ param: 'offset', details: offset }] : []),
    ...(typeof limit === 'string' ? [{ param: 'limit', details: limit }] : []),
    ...(isTeam ? [] : [{ param: 'teamId', details: 'Input should be the id of a team' }]),
  ];
  if (typeof offset === 'string' || typeof limit === 'string' || !isTeam) return { errors };
  return { offset, limit: Math.min(limit, MOST_BUILDS), teamId };
}

function wholeNumber(text: string | undefined, otherwise: number): number | string {
  if (text === undefined) return otherwise;
  if (!/^-?\d{1,400}$/.test(text)) return 'Input should be a valid integer';
  const value = Number(text);
  if (value < 0) return 'Input should be greater than or equal to 0';
  return Math.min(value, Number.MAX_SAFE_INTEGER) + 0;
}
