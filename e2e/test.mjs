// `npm test`: everything the project checks, in the order of what fails fastest. On a fresh clone
// it installs packages and a browser first.
import '../src/gateway/demandNode.mjs';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, install, ROOT } from '../src/gateway/prepare.mjs';
import { findBrowser } from './findBrowser.mjs';
import { findNginx } from './findNginx.mjs';

const RESULTS = join(ROOT, 'test-results');
const UNIT = join(RESULTS, 'unit.json');
const E2E = join(RESULTS, 'e2e.json');

const NO_NGINX =
  'NOT RUN: the tests behind nginx (e2e/hosting/nginx.e2e.ts). None was found or could be installed: name one in IMAGE_BUILDS_NGINX.';

let passed = 0;
let failed = 0;
let browser = '';
let nginx = null;

/** Runs a program of node_modules; true when it ends well. */
function tool(path, args, env = {}) {
  const script = join(ROOT, 'node_modules', ...path.split('/'));
  const { status } = spawnSync(process.execPath, [script, ...args], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  return status === 0;
}

/** What a report says, or nothing at all when it was not written. */
function report(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

function count(good, bad) {
  passed += good ?? 0;
  failed += bad ?? 0;
  return (good ?? 0) > 0 && (bad ?? 0) === 0;
}

const steps = {
  packages: () => {
    install();
    return true;
  },
  types: () => tool('typescript/bin/tsc', ['--noEmit']),
  'lint and format': () => tool('@biomejs/biome/bin/biome', ['check', '.']),
  'unused code': () => tool('knip/bin/knip.js', ['--no-config-hints']),
  'fault catalogue': () => {
    const check = join(ROOT, 'e2e', 'checkFaults.mjs');
    return spawnSync(process.execPath, [check], { cwd: ROOT, stdio: 'inherit' }).status === 0;
  },
  'unit tests': () => {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${UNIT}`];
    const ended = tool('vitest/vitest.mjs', ['run', ...reporters]);
    const { numPassedTests, numFailedTests } = report(UNIT);
    return count(numPassedTests, numFailedTests) && ended;
  },
  build: () => {
    build();
    return true;
  },
  browser: async () => {
    browser = await findBrowser();
    console.log(browser);
    return true;
  },
  nginx: () => {
    nginx = findNginx();
    console.log(nginx ?? NO_NGINX);
    return true;
  },
  'browser tests': () => {
    const args = ['test', '--config', 'e2e/playwright.config.ts', '--reporter=list,json'];
    const env = {
      IMAGE_BUILDS_BROWSER: browser,
      IMAGE_BUILDS_NGINX: nginx ?? '',
      PLAYWRIGHT_JSON_OUTPUT_FILE: E2E,
    };
    const ended = tool('@playwright/test/cli.js', args, env);
    const { expected, unexpected = 0, flaky = 0 } = report(E2E).stats ?? {};
    return count(expected, unexpected + flaky) && ended;
  },
};

async function runStep(name, step) {
  console.log(`\n== ${name}`);
  const began = performance.now();
  let good = false;
  try {
    good = await step();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`== ${name}: ${good ? 'passed' : 'FAILED'} in ${seconds} s`);
  return good;
}

rmSync(UNIT, { force: true });
rmSync(E2E, { force: true });
mkdirSync(RESULTS, { recursive: true });
let good = true;
for (const [name, step] of Object.entries(steps)) {
  good = await runStep(name, step);
  if (!good) break;
}
// A step that fails without a failing test, such as types, is a failure too.
if (!good && failed === 0) failed = 1;
if (good && nginx === null) console.log(`\n${NO_NGINX}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = good ? 0 : 1;
