import { createServer } from 'node:http';
import { LATENCY_MS } from './options.mjs';

/**
 * The one API that every page reads, in a process of its own: one account for each size. Its
 * parent sends `{ reset: true }` and `{ stats: true }` to count what a page asked for.
 *
 * Arguments: the built local API's modules (start, makeBuilds), then the sizes.
 */
const [startModule, makeModule, ...sizes] = process.argv.slice(2);
const { startLocalApi } = await import(startModule);
const { makeBuilds } = await import(makeModule);

const api = await startLocalApi({ accounts: [], latencyMs: LATENCY_MS });
for (const size of sizes.map(Number)) {
  api.fill(`bench-${size}`, makeBuilds({ count: size, seed: 1, now: Date.now(), days: 60 }));
}

let stats = noStats();

function noStats() {
  return { requests: 0, inFlight: 0, mostInFlight: 0, limits: {} };
}

function count(request, response) {
  const limit = new URL(request.url, 'http://api').searchParams.get('limit') ?? 'none';
  const mine = stats;
  mine.requests++;
  mine.inFlight++;
  mine.mostInFlight = Math.max(mine.mostInFlight, mine.inFlight);
  mine.limits[limit] = (mine.limits[limit] ?? 0) + 1;
  response.once('close', () => mine.inFlight--);
}

const server = createServer((request, response) => {
  count(request, response);
  api.handle(request, response);
});
server.listen(0, '127.0.0.1', () => {
  process.send({ origin: `http://127.0.0.1:${server.address().port}` });
});
process.on('message', (message) => {
  if (message.reset) stats = noStats();
  if (message.stats) process.send({ stats });
});
process.on('disconnect', () => process.exit(0));
