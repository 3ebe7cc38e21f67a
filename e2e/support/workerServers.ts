import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { readPageFiles } from '../../src/gateway/pages/pageFiles.ts';
import { type LocalApi, startLocalApi } from '../../src/local-api/startLocalApi.ts';
import { type FaultServer, startFaultServer } from './faultServer.ts';
import { type RunningGateway, startGateway } from './startGateway.ts';

const PAGE = join(import.meta.dirname, '../../dist/page');

/** The local API, and the gateway before it. */
export interface Servers {
  readonly api: LocalApi;
  readonly gateway: RunningGateway;
}

/** Where the fault server stands: behind the real gateway, or in its place, serving the page. */
export type Place = 'upstream' | 'gateway';

/** The fault server, and the gateway before it where there is one. */
export interface Behind {
  readonly server: FaultServer;
  readonly gateway: RunningGateway | null;
}

interface WorkerFixtures {
  readonly servers: Servers;
  /** The gateway as `npm start` runs it: no API named, so the embedded one with its demo accounts. */
  readonly demoGateway: RunningGateway;
  /** The fault server at a place, started when it is asked for first. */
  readonly behindAt: (place: Place) => Promise<Behind>;
}

async function startBehind(place: Place): Promise<Behind> {
  const files = place === 'gateway' ? readPageFiles(PAGE) : undefined;
  const server = await startFaultServer((_call, reply) => reply.hang(), files);
  const gateway = place === 'gateway' ? null : await startGateway(['--api', server.origin]);
  return { server, gateway };
}

/**
 * What a worker starts once, and only when a test asks for it. All tests have the same of it, since
 * a worker that is handed a test with other such things is ended, its browser with it.
 */
export const test = base.extend<object, WorkerFixtures>({
  servers: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from it
    async ({}, use) => {
      const api = await startLocalApi();
      const gateway = await startGateway(['--api', await api.listen(0)]);
      await use({ api, gateway });
      await gateway.stop();
      await api.close();
    },
    { scope: 'worker' },
  ],
  demoGateway: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from it
    async ({}, use) => {
      const demo = await startGateway([]);
      await use(demo);
      await demo.stop();
    },
    { scope: 'worker' },
  ],
  behindAt: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from it
    async ({}, use) => {
      const started = new Map<Place, Promise<Behind>>();
      await use((place) => {
        const behind = started.get(place) ?? startBehind(place);
        started.set(place, behind);
        return behind;
      });
      for (const behind of started.values()) {
        const { server, gateway } = await behind;
        await gateway?.stop();
        await server.close();
      }
    },
    { scope: 'worker' },
  ],
});
