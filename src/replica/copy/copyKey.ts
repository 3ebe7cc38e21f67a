/**
 * The name a list's copy lies under: the SHA-256 of the token, so that storage never holds it, and
 * of the team whose list it is. No token holds a line break, so no two lists share a name.
 */
export async function copyKey(token: string, team: string | null): Promise<string> {
  const text = team === null ? token : `${token}\n${team}`;
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
