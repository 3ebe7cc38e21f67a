import type { Build } from '../../src/contract/build.ts';

/** Reads the whole list from the API's own answers, as any client would. */
export async function readAll(url: string, token: string): Promise<Build[]> {
  const builds: Build[] = [];
  for (;;) {
    const answer = await fetch(`${url}/api/v1/images/builds?offset=${builds.length}&limit=100`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const page = await answer.json();
    builds.push(...page.data);
    if (page.data.length === 0) return builds;
  }
}
