import type { Build } from '../../contract/build.ts';

/**
 * Whether the first answer to a new token is of the account whose builds are here: it is where it
 * shares a build with them, or where there are none that could belong to someone else.
 */
export function isSameAccount(
  known: { readonly size: number; has(id: string): boolean },
  answer: { readonly builds: readonly Pick<Build, 'id'>[] },
): boolean {
  return known.size === 0 || answer.builds.some(({ id }) => known.has(id));
}
