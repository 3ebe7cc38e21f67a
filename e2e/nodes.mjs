// `npm run test:nodes`: the unit tests on each Node that `engines` allows, and the start on some
// that it does not. Each Node comes from the npm package `node`, once, into test-results/nodes.
// Versions may follow: `npm run test:nodes -- 26`.
import '../src/gateway/demandNode.mjs';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { install, ROOT } from '../src/gateway/prepare.mjs';

/** The oldest that is allowed, and the newest of each line. */
const ALLOWED = ['20.19.2', '20', '22', '24', '26'];
const REFUSED = ['18', '20.19.1', '21', '22.11'];
const FOLDER = join(ROOT, 'test-results', 'nodes');

/** The program of a Node, installed unless it is there. */
function nodeOf(wanted) {
  const folder = join(FOLDER, wanted);
  const bin = join(folder, 'node_modules', 'node', 'bin');
  const program = join(bin, process.platform === 'win32' ? 'node.exe' : 'node');
  if (!existsSync(program)) {
    mkdirSync(folder, { recursive: true });
    const args = ['install', '--no-save', '--no-audit', '--no-fund', '--prefix', folder];
    spawnSync('npm', [...args, `node@${wanted}`], { shell: process.platform === 'win32' });
  }
  return program;
}

function run(program, args, stdio) {
  return spawnSync(program, args, { cwd: ROOT, encoding: 'utf8', stdio });
}

function unitTests(program, wanted) {
  const report = join(FOLDER, `${wanted}.json`);
  rmSync(report, { force: true });
  const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
  const { status } = run(program, [vitest, 'run', ...reporters], 'inherit');
  const { numPassedTests = 0, numFailedTests = 0 } = existsSync(report)
    ? JSON.parse(readFileSync(report, 'utf8'))
    : {};
  const good = status === 0 && numPassedTests > 0 && numFailedTests === 0;
  return { good, said: `${numPassedTests} passed, ${numFailedTests} failed, exit ${status}` };
}

/** A refusal is one line that names both versions, and nothing else. */
function start(program) {
  const { status, stdout, stderr } = run(program, [join(ROOT, 'src', 'gateway', 'start.mjs')]);
  const good = status === 1 && stdout === '' && /^image-builds: Node .+\n$/.test(stderr);
  return { good, said: good ? 'refused in one line' : `exit ${status}: ${stdout}${stderr}` };
}

install();
const named = process.argv.slice(2);
const wanted = named.length > 0 ? named : [...ALLOWED, ...REFUSED];
const rows = wanted.map((asked) => {
  const program = nodeOf(asked);
  const version = run(program, ['--version']).stdout?.trim() ?? 'could not be installed';
  console.log(`\n== Node ${version}`);
  const refused = REFUSED.includes(asked);
  return { asked, version, ...(refused ? start(program) : unitTests(program, asked)) };
});

console.log('\n| Node | is | |\n|---|---|---|');
for (const { asked, version, good, said } of rows) {
  console.log(`| ${asked} | ${version} | ${good ? '' : 'FAILED: '}${said} |`);
}
process.exitCode = rows.every((row) => row.good) ? 0 : 1;
