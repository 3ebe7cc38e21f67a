// `npm run test:browsers`: the browser tests in Firefox and WebKit. Wherever Playwright's own builds
// can be had, all of them run there; else a Firefox of this machine, or Debian's, runs what a first
// user does. What was run, and what was not, goes into test-results/browsers.json.
import '../../src/gateway/demandNode.mjs';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { build, install, ROOT } from '../../src/gateway/prepare.mjs';
import { aptInstall, isRoot, succeeds } from '../installs.mjs';

const RESULTS = join(ROOT, 'test-results');
const CLI = join(ROOT, 'node_modules', '@playwright', 'test', 'cli.js');

/** Playwright's own build of an engine, downloaded if need be; null where it cannot be had. */
async function playwrightsOwn(engine) {
  const types = await import('@playwright/test');
  const path = types[engine].executablePath();
  if (path && existsSync(path)) return path;
  const deps = process.platform === 'linux' && isRoot() ? ['--with-deps'] : [];
  succeeds(process.execPath, [CLI, 'install', ...deps, engine]);
  return existsSync(path) ? path : null;
}

/** A Firefox as people have it: what IMAGE_BUILDS_FIREFOX names, one of this machine, or Debian's. */
function commonFirefox() {
  const named = process.env.IMAGE_BUILDS_FIREFOX;
  if (named) return existsSync(named) ? named : null;
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const there = () =>
    [
      ...folders.flatMap((folder) => [join(folder, 'firefox'), join(folder, 'firefox-esr')]),
      '/Applications/Firefox.app/Contents/MacOS/firefox',
    ].find((path) => existsSync(path)) ?? null;
  return there() ?? (aptInstall('firefox-esr') ? there() : null);
}

/** Runs tests, and gives how many passed and failed. */
function run(engine, tests, env) {
  const report = join(RESULTS, `${engine}.json`);
  rmSync(report, { force: true });
  const config = join(ROOT, 'e2e', 'browsers', 'playwright.config.ts');
  const args = [CLI, 'test', '--config', config, '--reporter=list,json', ...tests];
  spawnSync(process.execPath, args, {
    cwd: ROOT,
    stdio: 'inherit',
    env: {
      ...process.env,
      IMAGE_BUILDS_ENGINE: engine,
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      ...env,
    },
  });
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { expected, unexpected, flaky } = JSON.parse(readFileSync(report, 'utf8')).stats;
  return { passed: expected, failed: unexpected + flaky };
}

function versionOf(program) {
  return spawnSync(program, ['--version'], { encoding: 'utf8' }).stdout?.trim() || 'Firefox';
}

async function runIn(engine) {
  const own = await playwrightsOwn(engine);
  if (own) return { browser: `Playwright's ${engine}`, ...run(engine, [], {}) };
  const common = engine === 'firefox' ? commonFirefox() : null;
  if (common === null) return null;
  const browser = `${versionOf(common)} by WebDriver BiDi`;
  return { browser, ...run(engine, ['e2e/browsers'], { IMAGE_BUILDS_FIREFOX: common }) };
}

install();
build();
mkdirSync(RESULTS, { recursive: true });
const ran = { firefox: await runIn('firefox'), webkit: await runIn('webkit') };
writeFileSync(join(RESULTS, 'browsers.json'), JSON.stringify(ran));
for (const [engine, result] of Object.entries(ran)) {
  const said = result
    ? `${result.passed} passed, ${result.failed} failed in ${result.browser}`
    : 'NOT RUN: there is none, and none could be downloaded';
  console.log(`${engine}: ${said}`);
}
const results = Object.values(ran).filter((result) => result !== null);
const good =
  results.length > 0 && results.every(({ passed, failed }) => passed > 0 && failed === 0);
process.exitCode = good ? 0 : 1;
