import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTeamId } from '../contract/teamId.ts';
import { characters } from '../lib/testing/characters.ts';
import { runs } from '../lib/testing/runs.ts';
import { cleanTeamId } from './cleanTeamId.ts';

const TEAM = 'cm9zk2w8r0003l708u5d1q6fy';
const USER = 'clx0a1b2c3d4e5f6g7h8i9j0k';

describe('a pasted team id', () => {
  it.each([
    TEAM,
    ` \u200b${TEAM}\n`,
    `"${TEAM}"`,
    `teamId=${TEAM}`,
    `PRIME_TEAM_ID: '${TEAM}'`,
    `export PRIME_TEAM_ID="${TEAM}"`,
    `team-${TEAM}`,
    `prime/team-${TEAM}/app:v1`,
    `https://app.example/dashboard/images?teamId=${TEAM}&page=2`,
    `https://app.example/teams/${TEAM}`,
    `https://app.example/users/${USER}?team=${TEAM}`,
    `https://app.example/${TEAM}/images`,
    `http://127.0.0.1:4400/?team=${TEAM}&status=FAILED`,
  ])('is read out of %j', (pasted) => {
    expect(cleanTeamId(pasted)).toEqual({ teamId: TEAM });
  });

  it.each(['', ' ', '""', '\u200b'])('is no team where nothing is there: %j', (pasted) => {
    expect(cleanTeamId(pasted)).toEqual({ teamId: null });
  });

  it.each([
    'my-team',
    'pit_0123456789abcdef0123456789abcdef',
    TEAM.toUpperCase(),
    `${TEAM}0`,
    TEAM.slice(1),
    `x${TEAM}`,
    `prime/x-team-${TEAM}-y/app`,
    `${TEAM} ${USER}`,
    `team=${TEAM}&team=${USER}`,
    'c'.repeat(1_000_000),
  ])('is refused in words that do not repeat it: %.40j', (pasted) => {
    const cleaned = cleanTeamId(pasted);
    expect(cleaned).toHaveProperty('problem');
    expect(JSON.stringify(cleaned)).not.toContain(pasted.slice(0, 20));
  });

  it.each([`${TEAM}"${USER}"`, `${TEAM}\u200b${USER}`, `teams/${TEAM} teams/${USER}`])(
    'is asked for alone where there are several: %j',
    (pasted) => {
      const problem = 'There are several ids here. Paste the team id alone.';
      expect(cleanTeamId(pasted)).toEqual({ problem });
    },
  );

  it('is looked for in 10,000 characters and no more', () => {
    expect(cleanTeamId(TEAM.padEnd(10_000))).toEqual({ teamId: TEAM });
    expect(cleanTeamId(TEAM.padEnd(10_001))).toHaveProperty('problem');
  });

  it('is never anything else than an id that stood in what was pasted', () => {
    const part = fc.oneof(
      fc.constantFrom(TEAM, USER, 'team', 'teamId', '=', '-', '/', '?', '&', ' ', '"', 'https://'),
      fc.string({ unit: characters, maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const pasted = parts.join('');
        const cleaned = cleanTeamId(pasted);
        if ('problem' in cleaned || cleaned.teamId === null) return;
        expect(isTeamId(cleaned.teamId)).toBe(true);
        expect(pasted).toContain(cleaned.teamId);
        expect(cleanTeamId(cleaned.teamId)).toEqual(cleaned);
      }),
      { numRuns: runs(2000) },
    );
  });
});
