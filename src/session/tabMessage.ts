import { isTeamId } from '../contract/teamId.ts';
import { isToken } from './isToken.ts';

/**
 * What the tabs of this origin say to each other. `ask`: a new tab looks for a session. `hand`:
 * a signed-in tab answers it. `sign-out`: every tab ends its session.
 */
export type TabMessage =
  | { readonly type: 'ask'; readonly asking: string }
  | {
      readonly type: 'hand';
      readonly asking: string;
      readonly token: string;
      /** The team whose builds are shown; the token's own without one. */
      readonly team?: string;
      readonly remembered: boolean;
    }
  | { readonly type: 'sign-out' };

/** The part of BroadcastChannel that is used here. */
export interface TabChannel {
  post(message: TabMessage): void;
  /** Calls the listener with each message of another tab, for as long as the page lives. */
  listen(listener: (message: TabMessage) => void): void;
}

/** Reads what came over the channel; null for anything else, as of another version of the page. */
export function parseTabMessage(data: unknown): TabMessage | null {
  if (typeof data !== 'object' || data === null || !('type' in data)) return null;
  if (data.type === 'sign-out') return { type: 'sign-out' };
  if (!('asking' in data) || typeof data.asking !== 'string') return null;
  const { asking } = data;
  if (data.type === 'ask') return { type: 'ask', asking };
  if (data.type !== 'hand') return null;
  if (!('token' in data) || !isToken(data.token)) return null;
  const remembered = 'remembered' in data && data.remembered === true;
  const hand = { type: 'hand', asking, token: data.token, remembered } as const;
  if (!('team' in data) || data.team === undefined) return hand;
  // Without its team the session would show another list.
  return typeof data.team === 'string' && isTeamId(data.team) ? { ...hand, team: data.team } : null;
}
