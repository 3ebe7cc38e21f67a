// `npm run bench:start`: packs what is built, installs it into an empty folder, and measures from
// there how long a start takes until the first answer, and what 1,000 requests leave in memory.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build, install } from '../../src/gateway/prepare.mjs';
import { installPacked, pack } from './packed.mjs';

const STARTS = 10;
const REQUESTS = 1000;
const LIST = '/api/v1/images/builds?limit=100';

/** Starts the package and gives its process, where it serves, and the milliseconds to an answer. */
async function start(command, args) {
  const began = performance.now();
  const child = spawn(command, ['--port', '0', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env.PATH },
  });
  const url = await new Promise((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = line.match(/http:\/\/[\w.:]+/)?.[0];
      if (found) resolve(found);
    });
  });
  await (await fetch(url)).arrayBuffer();
  return { child, url, ms: performance.now() - began };
}

async function stop({ child }) {
  child.kill('SIGTERM');
  await once(child, 'exit');
}

/** The memory that a process has in use, MB. */
function memoryOf({ pid }) {
  const { stdout } = spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  return Number(stdout) / 1024;
}

/** An API that answers every call with 100 builds. */
async function listen() {
  const time = '2026-11-27T09:00:00Z';
  const artifact = {
    id: 'cm9zk2w8r0003l708u5d1q6fa',
    artifactType: 'CONTAINER_IMAGE',
    status: 'COMPLETED',
    createdAt: time,
    errorMessage: 'x'.repeat(200),
  };
  const data = Array.from({ length: 100 }, (_, at) => ({
    id: `cm9zk2w8r0003l708u5d1q6${String(at).padStart(2, '0')}`,
    imageName: 'ubuntu',
    imageTag: '24.04',
    status: 'COMPLETED',
    createdAt: time,
    artifacts: [artifact],
  }));
  const body = JSON.stringify({ total_count: 100, offset: 0, limit: 100, data });
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, url: `http://127.0.0.1:${server.address().port}` };
}

install();
build();
const folder = mkdtempSync(join(tmpdir(), 'bench-start-'));
const command = installPacked(pack(join(folder, 'tarball')), join(folder, 'installed'));
const api = await listen();
const times = [];
for (let count = 0; count < STARTS; count += 1) {
  const started = await start(command, ['--api', api.url]);
  times.push(started.ms);
  await stop(started);
}
times.sort((a, b) => a - b);
const served = await start(command, ['--api', api.url]);
const headers = { authorization: 'Bearer bench' };
for (let count = 0; count < REQUESTS; count += 1) {
  const path = count % 2 === 0 ? LIST : '/';
  const answer = await fetch(served.url + path, { headers });
  await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
}
const memory = memoryOf(served.child);
await stop(served);
api.server.close();
rmSync(folder, { recursive: true, force: true });

const median = (times[STARTS / 2 - 1] + times[STARTS / 2]) / 2;
console.log('| from the package | figure | target |');
console.log('|---|--:|--:|');
console.log(`| start to first answer, ms, median of ${STARTS} | ${median.toFixed(0)} | 1,000 |`);
console.log(`| memory after 1,000 requests, MB | ${memory.toFixed(0)} | 80 |`);
process.exitCode = median < 1000 && memory < 80 ? 0 : 1;
