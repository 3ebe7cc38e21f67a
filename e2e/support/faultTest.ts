import { randomBytes } from 'node:crypto';
import { expect } from '@playwright/test';
import type { FaultServer } from './faultServer.ts';
import { type Guards, guard } from './guards.ts';
import { type FaultList, listScript, plainBuilds } from './listAnswer.ts';
import { type Behind, test as base, type Place } from './workerServers.ts';

export interface Faults {
  readonly server: FaultServer;
  readonly token: string;
  /** The account's list, 25 plain builds at first. */
  readonly list: FaultList;
  /** Answers honestly again: each token from its own list. */
  mend(): void;
  /** A further token: of the same account, or of another one with this list. */
  newToken(list?: FaultList): string;
}

interface TestFixtures {
  readonly place: Place;
  readonly behind: Behind;
  readonly faults: Faults;
  readonly guards: Guards;
}

/** Every page under guard, before a server that does what the test wants. */
export const test = base.extend<TestFixtures>({
  place: ['upstream', { option: true }],
  behind: async ({ behindAt, place }, use) => use(await behindAt(place)),
  baseURL: async ({ behind }, use) => use(behind.gateway?.url ?? behind.server.origin),
  faults: async ({ behind: { server, gateway } }, use) => {
    const list: FaultList = { builds: plainBuilds(25), cap: 1000 };
    const lists: Record<string, FaultList> = {};
    const newToken = (of = list) => {
      const token = `pit_${randomBytes(24).toString('hex')}`;
      lists[token] = of;
      return token;
    };
    const token = newToken();
    const mend = () => server.answer(listScript(lists));
    server.calls.length = 0;
    mend();
    await use({ server, token, list, mend, newToken });
    for (const each of Object.keys(lists)) {
      expect(gateway?.output() ?? '', 'the gateway prints no token').not.toContain(each);
    }
  },
  guards: [
    async ({ page, faults, baseURL }, use) => {
      const guards = await guard(page, baseURL ?? '', faults.token);
      guards.allowFailedRequests();
      await use(guards);
      await guards.inspect();
      expect(guards.problems).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
