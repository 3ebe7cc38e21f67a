import { describeProblem } from '../../../session/describeProblem.ts';
import type { SessionStore } from '../../../session/SessionStore.ts';

/**
 * Opens a team's list by the token of the session, or with null its own. Null once that is done or
 * was overtaken, else why it was not.
 */
export async function openTeam(
  session: Pick<SessionStore, 'openTeam'>,
  team: string | null,
): Promise<string | null> {
  try {
    await session.openTeam(team);
    return null;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    const { message, details } = describeProblem(error, team);
    return [message, ...details].join('\n');
  }
}
