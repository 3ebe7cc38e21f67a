import type { SessionStore } from '../../../session/SessionStore.ts';
import type { Address } from '../view/address.ts';

type Session = Pick<SessionStore, 'getState' | 'subscribe'>;
type NamingAddress = Pick<Address, 'team' | 'nameTeam' | 'subscribe'>;

/**
 * Keeps the team of the session in the address, so that its bookmark opens the same list. An
 * address that names another team is left alone (the person is asked), but where a person has just
 * signed in: what they chose there counts. A sign-out here takes the team out, one in another tab
 * leaves it.
 */
export function keepTeamInAddress(session: Session, address: NamingAddress): void {
  let before = session.getState().kind;
  const name = () => {
    const state = session.getState();
    if (state.kind === 'signed-in' && address.team() === null) address.nameTeam(state.team);
  };
  session.subscribe(() => {
    const state = session.getState();
    const was = before;
    before = state.kind;
    if (was === state.kind) return;
    if (state.kind === 'signed-in' && state.entered) address.nameTeam(state.team);
    else if (state.kind === 'signed-out' && was !== 'starting' && state.note === null) {
      address.nameTeam(null);
    }
    name();
  });
  address.subscribe(name);
  name();
}
