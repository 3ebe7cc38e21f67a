/**
 * Whether a text is the id of a team: one cuid, `c` and 24 of `0-9a-z`, and nothing around it. So
 * exact that it can stand in an address as it is. The contract does not name the parameter
 * `teamId`; the public description of the sister list, `GET /api/v1/images`, does.
 */
export function isTeamId(text: string): boolean {
  return /^c[0-9a-z]{24}$/.test(text);
}
