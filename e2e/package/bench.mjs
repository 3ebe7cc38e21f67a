// `npm run bench:start`: packs what is built, installs it into an empty folder, and measures from
// there how long a start takes until the first answer, and what 1,000 requests leave in memory; and
// from an empty folder with the tarball alone how long its one line takes until a browser shows the
// first rows of a demo account. `-- --write` puts the figures into README.md.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from '@playwright/test';
import { build, install, ROOT } from '../../src/gateway/prepare.mjs';
import { writeBlock } from '../block.mjs';
import { BROWSER_FLAGS } from '../browserFlags.mjs';
import { findBrowser } from '../findBrowser.mjs';
import { firstSignIn } from './firstSignIn.mjs';
import { installPacked, pack } from './packed.mjs';

const STARTS = 10;
const REQUESTS = 1000;
const FIRST_TIMES = 3;
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

function medianOf(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2;
}

install();
build();
const folder = mkdtempSync(join(tmpdir(), 'bench-start-'));
const tarball = pack(join(folder, 'tarball'));
const command = installPacked(tarball, join(folder, 'installed'));
const api = await listen();
const times = [];
for (let count = 0; count < STARTS; count += 1) {
  const started = await start(command, ['--api', api.url]);
  times.push(started.ms);
  await stop(started);
}
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
const firsts = [];
const browser = await chromium.launch({
  executablePath: await findBrowser(),
  args: BROWSER_FLAGS,
});
for (let count = 0; count < FIRST_TIMES; count += 1) {
  const page = await browser.newPage();
  firsts.push(await firstSignIn(tarball, page));
  await page.close();
}
await browser.close();
rmSync(folder, { recursive: true, force: true });

const toAnswer = medianOf(times);
const toRows = medianOf(firsts.map(({ seconds }) => seconds));
const { actions } = firsts[0];
const table = [
  '| from the package | figure | target |',
  '|---|--:|--:|',
  `| start to first answer, ms, median of ${STARTS} | ${toAnswer.toFixed(0)} | 1,000 |`,
  `| memory after ${REQUESTS.toLocaleString('en')} requests, MB | ${memory.toFixed(0)} | 80 |`,
  `| empty folder and cache to the first rows, s, median of ${FIRST_TIMES} | ${toRows.toFixed(1)} | 60 |`,
  `| what a person does until then | ${actions.length} | |`,
].join('\n');
console.log(table);
for (const [at, action] of actions.entries()) console.log(`${at + 1}. ${action}`);
if (process.argv.includes('--write')) {
  const day = new Date().toISOString().slice(0, 10);
  const cores = availableParallelism();
  const busy = loadavg()[0] > cores ? ' that were busy' : '';
  const said = `Measured ${day}, Node ${process.versions.node}, on ${cores} cores${busy}.`;
  writeBlock(join(ROOT, 'README.md'), 'package', `${said}\n\n${table}`);
}
process.exitCode = toAnswer < 1000 && memory < 80 && toRows < 60 ? 0 : 1;
