// `npm run test:repeat`: `npm test` ten times in a row, or as often as is said: `-- 3`. It goes on
// after a run that fails, keeps the reports of each in test-results/repeat, and says what failed how
// often. A test that fails in one run and passes in another is flaky.
import '../src/gateway/demandNode.mjs';
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../src/gateway/prepare.mjs';
import { readTests } from './testReports.mjs';

const RESULTS = join(ROOT, 'test-results');
const KEPT = join(RESULTS, 'repeat');

const times = Number(process.argv[2] ?? 10);
if (!Number.isSafeInteger(times) || times < 1) {
  console.error('Say how often as a whole number: npm run test:repeat -- 10');
  process.exit(1);
}

rmSync(KEPT, { recursive: true, force: true });
mkdirSync(KEPT, { recursive: true });
const runs = [];
for (let run = 1; run <= times; run += 1) {
  console.log(`\n==== run ${run} of ${times}`);
  const began = performance.now();
  const { status } = spawnSync(process.execPath, [join(ROOT, 'e2e/test.mjs')], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  const seconds = Math.round((performance.now() - began) / 1000);
  for (const name of ['unit.json', 'e2e.json']) {
    const report = join(RESULTS, name);
    if (existsSync(report)) copyFileSync(report, join(KEPT, `${run}-${name}`));
  }
  const tests = readTests(RESULTS);
  const failed = tests.filter(({ passed }) => !passed).map(({ name }) => name);
  const good = status === 0;
  runs.push({ good, seconds, passed: tests.length - failed.length, failed });
  // Written after each, so that a row of runs that is broken off counts for as long as it lasted.
  writeFileSync(join(RESULTS, 'repeat.json'), `${JSON.stringify({ times, runs }, null, 2)}\n`);
}

const good = runs.filter((run) => run.good).length;
console.log(`\n${good} of ${times} runs passed`);
for (const [number, { failed }] of runs.entries()) {
  for (const name of failed) console.log(`run ${number + 1} failed: ${name}`);
}
process.exitCode = good === times ? 0 : 1;
