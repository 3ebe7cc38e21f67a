// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import type { SessionState } from '../../../session/SessionState.ts';
import { createAddress } from '../view/address.ts';
import { keepTeamInAddress } from './keepTeamInAddress.ts';

const TEAM = 'cm9zk2w8r0003l708u5d1q6fy';
const OTHER = 'cm9zk2w8r0003l708u5d1q6fz';

const signedIn = (team: string | null, entered: boolean): SessionState => ({
  kind: 'signed-in',
  remembered: false,
  team,
  entered,
  note: null,
  checkedBuildId: null,
});
const signedOut = (note: string | null): SessionState => ({ kind: 'signed-out', note });

function opened(search: string) {
  window.history.replaceState(null, '', `/${search}`);
  const address = createAddress(window);
  let state: SessionState = { kind: 'starting' };
  let tell = () => {};
  keepTeamInAddress(
    {
      getState: () => state,
      subscribe: (listener) => {
        tell = listener;
        return () => true;
      },
    },
    address,
  );
  return {
    address,
    become: (next: SessionState) => {
      state = next;
      tell();
      return window.location.search;
    },
  };
}

it('names the team of a session that is taken up, beside the view', () => {
  const { become } = opened('?status=FAILED');
  expect(become(signedIn(TEAM, false))).toBe(`?team=${TEAM}&status=FAILED`);
});

it('leaves the own list without a name, and an address of another team alone', () => {
  expect(opened('?q=x').become(signedIn(null, true))).toBe('?q=x');
  expect(opened(`?team=${OTHER}`).become(signedIn(TEAM, false))).toBe(`?team=${OTHER}`);
  expect(opened(`?team=${OTHER}`).become(signedIn(null, false))).toBe(`?team=${OTHER}`);
});

it('follows what a person chose at the sign-in, once', () => {
  const own = opened(`?team=${OTHER}&q=x`);
  own.become(signedOut(null));
  expect(own.become(signedIn(null, true))).toBe('?q=x');
  const other = opened(`?team=${OTHER}`);
  other.become(signedOut(null));
  expect(other.become(signedIn(TEAM, true))).toBe(`?team=${TEAM}`);
  window.history.replaceState(null, '', `/?team=${OTHER}`);
  window.dispatchEvent(new PopStateEvent('popstate'));
  expect(other.become({ ...signedIn(TEAM, true) })).toBe(`?team=${OTHER}`);
});

it('keeps the team of a bookmark while nobody is signed in', () => {
  expect(opened(`?team=${TEAM}`).become(signedOut(null))).toBe(`?team=${TEAM}`);
});

it('takes the team out at a sign-out here, and leaves it after one in another tab', () => {
  const here = opened('?q=x');
  here.become(signedIn(TEAM, true));
  expect(here.become(signedOut(null))).toBe('?q=x');
  const elsewhere = opened('?q=x');
  elsewhere.become(signedIn(TEAM, true));
  expect(elsewhere.become(signedOut('Elsewhere.'))).toBe(`?team=${TEAM}&q=x`);
});

it('names the team again in an entry of the history that has none', () => {
  const { address, become } = opened('');
  become(signedIn(TEAM, true));
  window.history.replaceState(null, '', '/?q=old');
  window.dispatchEvent(new PopStateEvent('popstate'));
  expect([address.get(), address.team()]).toEqual(['?q=old', TEAM]);
  expect(window.location.search).toBe(`?team=${TEAM}&q=old`);
});
