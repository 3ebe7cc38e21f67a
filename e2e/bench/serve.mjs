import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const here = import.meta.dirname;

/** Starts the API with one account for each size; `modules` are those of `buildLocalApi`. */
export async function startApi(modules, sizes) {
  const child = fork(join(here, 'api.mjs'), [modules.start, modules.make, ...sizes.map(String)]);
  const { origin } = await firstMessage(child, 'the API');
  return {
    origin,
    reset: () => child.send({ reset: true }),
    async stats() {
      child.send({ stats: true });
      const [{ stats }] = await once(child, 'message');
      return stats;
    },
    stop: () => child.kill(),
  };
}

/** Starts the built product in front of the API, as a person would: by its command line. */
export async function startProduct(entry, apiOrigin) {
  const child = spawn(process.execPath, [entry, '--port', '0', '--api', apiOrigin], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout });
  for await (const line of lines) {
    const origin = /http:\/\/(?:127\.0\.0\.1|localhost):\d+/.exec(line)?.[0];
    if (!origin || origin === apiOrigin) continue;
    child.stdout.resume();
    return { origin, stop: () => child.kill() };
  }
  throw new Error('The product ended before it said where it listens.');
}

/** Starts the peers' pages in front of the API. */
export async function startPeers(folder, apiOrigin) {
  const child = fork(join(here, 'peerServer.mjs'), [folder, apiOrigin]);
  const { origin } = await firstMessage(child, "the peers' server");
  return { origin, stop: () => child.kill() };
}

function firstMessage(child, name) {
  return new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', () => reject(new Error(`Could not start ${name}.`)));
  });
}
