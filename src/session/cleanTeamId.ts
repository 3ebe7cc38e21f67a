import { isTeamId } from '../contract/teamId.ts';
import { BLANK, QUOTES } from './cleanToken.ts';

/** Null: no team, the person's own builds. */
export type CleanTeamId = { readonly teamId: string | null } | { readonly problem: string };

/** More than any address that is pasted whole. Characters. */
const LONGEST = 10_000;

/**
 * Reads a team id out of what a person pasted: the id itself, in quotes or blanks, with its name
 * before it (`teamId=`, `PRIME_TEAM_ID:`), or an address or image path that names one team
 * (`prime/team-c…/app`). Nothing is guessed: of two ids, or of none, there is a problem, which
 * never quotes what was pasted, since that may be a token.
 */
export function cleanTeamId(pasted: string): CleanTeamId {
  if (pasted.length > LONGEST) return { problem: NO_TEAM };
  const text = pasted.replace(INVISIBLE, ' ').trim();
  if (text === '') return { teamId: null };
  const named = idsAfter(text, NAMED);
  const ids = named.size > 0 ? named : idsAfter(text, ANY);
  const [only] = ids;
  if (ids.size > 1) return { problem: 'There are several ids here. Paste the team id alone.' };
  return only === undefined ? { problem: NO_TEAM } : { teamId: only };
}

const NO_TEAM =
  'This is no team id: one is c and 24 of 0-9 and a-z. Leave the field empty for your own builds.';

const INVISIBLE = new RegExp(`[${BLANK}${QUOTES}]+`, 'g');

/** An id that says of itself that it is a team's. */
const NAMED = /team(?:s|[_-]?id)?\s{0,9}[-=:/]\s{0,9}(\w+)(?![\w-])/gi;
/** An id that stands alone, or as a part of an address. */
const ANY = /(?:^|[\s/?&=#:])(\w+)(?=$|[\s/?&#:,;.])/g;

function idsAfter(text: string, pattern: RegExp): ReadonlySet<string> {
  const found = [...text.matchAll(pattern)].flatMap(([, ...words]) => words);
  return new Set(found.filter(isTeamId));
}
