import type { Page } from '../contract/build.ts';
import { checkToken, type TokenCheck } from './checkToken.ts';
import { cleanTeamId } from './cleanTeamId.ts';
import { cleanToken } from './cleanToken.ts';
import { describeProblem } from './describeProblem.ts';
import { SignInProblem } from './SignInProblem.ts';

/** What a person pasted, or chose. */
export interface Pasted {
  readonly token: string;
  /** The id of a team; empty for the person's own builds. */
  readonly team: string;
}

/** A token that the API accepted, and for whose builds. */
export interface Admission {
  readonly token: string;
  readonly team: string | null;
  /** The first build that the API showed; null where there is none. */
  readonly firstBuildId: string | null;
  /** What is to be known of this list, in a sentence. */
  readonly note: string | null;
}

export type Admit = (
  check: TokenCheck,
  pasted: Pasted,
  signal: AbortSignal | undefined,
) => Promise<Admission>;

/** Said of a team's list that looks like the person's own. */
export const SAME_AS_OWN =
  'The API answers the same with this team id and without it: an API that does not know teams shows your own builds. Do not take these for the team’s before you have seen one of its builds.';

/**
 * Cleans what was pasted, and checks it by one call. With a team, by another one without it:
 * the contract knows no teams, and nothing in an answer tells whose builds it holds, so a list
 * that begins and counts like the person's own is said to.
 *
 * @throws SignInProblem for everything a person can act on; the signal's reason after an abort
 */
export const admit: Admit = async (check, pasted, signal) => {
  const { token, team } = clean(pasted);
  const asked = { token, ...(team !== null && { teamId: team }) };
  const page = await checkToken(check, asked, signal).catch((error: unknown) => {
    throw signal?.aborted ? signal.reason : describeProblem(error, team);
  });
  const own = team === null ? null : await ownPage(check, token, signal);
  signal?.throwIfAborted();
  return {
    token,
    team,
    firstBuildId: firstOf(page),
    note: own !== null && isSame(page, own) ? SAME_AS_OWN : null,
  };
};

function clean(pasted: Pasted): { readonly token: string; readonly team: string | null } {
  const token = cleanToken(pasted.token);
  if ('problem' in token) throw new SignInProblem('malformed', token.problem);
  const team = cleanTeamId(pasted.team);
  if ('problem' in team) throw new SignInProblem('team', team.problem);
  if (team.teamId === token.token) {
    throw new SignInProblem('team', 'This is the token, not a team id. Paste the team id.');
  }
  return { token: token.token, team: team.teamId };
}

/** Null where it cannot be had: then nothing is said. */
function ownPage({ fetchPage }: TokenCheck, token: string, signal: AbortSignal | undefined) {
  return fetchPage({ token, offset: 0, limit: 1, ...(signal && { signal }) }).catch(() => null);
}

const firstOf = ({ builds }: Page) => builds[0]?.id ?? null;

function isSame(one: Page, other: Page): boolean {
  return one.total === other.total && one.total !== 0 && firstOf(one) === firstOf(other);
}
