import fc from 'fast-check';
import { expect, it } from 'vitest';
import { runs } from '../../lib/testing/runs.ts';
import { addresses } from '../testing/arbitraries.ts';
import { splitTeam, withTeam } from './addressPieces.ts';
import { parseView } from './parseView.ts';
import { printView } from './printView.ts';

const TEAM = 'cm9zk2w8r0003l708u5d1q6fy';
const OTHER = 'cm9zk2w8r0003l708u5d1q6fz';

it('takes the team out of an address in every spelling, and puts it back in one', () => {
  for (const name of ['team', 'TEAM', 'teamId', 'team_id', 'team-id']) {
    expect(splitTeam(`?q=x&${name}=${TEAM}&tag=v1`)).toEqual({ team: TEAM, rest: '?q=x&tag=v1' });
  }
  expect(splitTeam(`?team=+${TEAM}`)).toEqual({ team: TEAM, rest: '' });
  expect(withTeam('', TEAM)).toBe(`?team=${TEAM}`);
});

it('leaves a view as it is, whatever the address', () => {
  fc.assert(
    fc.property(addresses, (search) => {
      const printed = printView(parseView(splitTeam(search).rest));
      expect(splitTeam(withTeam(printed, TEAM))).toEqual({ team: TEAM, rest: printed });
      expect(splitTeam(withTeam(printed, null))).toEqual({ team: null, rest: printed });
    }),
    { numRuns: runs(1000) },
  );
});

it('says what is no team, and a second one', () => {
  const problems = (search: string) => parseView(search).unknown.map(({ problem }) => problem);
  for (const bad of ['', 'x', TEAM.toUpperCase(), `${TEAM}0`, `${TEAM},${OTHER}`]) {
    expect(splitTeam(`?team=${bad}`).team).toBeNull();
    expect(problems(`?team=${bad}`)).toEqual(['a team id is c and 24 of 0-9 and a-z']);
  }
  expect(problems(`?-team=${TEAM}`)).toHaveLength(1);
  expect(problems(`?team=${TEAM}&team=${OTHER}`)).toEqual(['it names another team']);
  const { team, rest } = splitTeam(`?team=${TEAM}&team=${OTHER}`);
  expect([team, rest]).toEqual([TEAM, `?team=${OTHER}`]);
  expect(problems(`?q=x&team=${TEAM}`)).toEqual([]);
});
