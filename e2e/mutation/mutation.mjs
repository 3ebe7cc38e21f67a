// `npm run test:mutation`: breaks the rooms that decide in every way Stryker knows, and counts how
// many of the breaks a test of the same room notices. Rooms may follow:
// `npm run test:mutation -- src/session`. With `--incremental` only what changed since the room's
// last run is tried again. Stryker is installed beside this file when it is first asked for.
import '../../src/gateway/demandNode.mjs';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { install, ROOT } from '../../src/gateway/prepare.mjs';
import { ROOMS } from './rooms.mjs';

const here = import.meta.dirname;
/** Where stryker.config.mjs has the report written. */
const REPORT = join(ROOT, 'test-results/mutation.json');
const REPORTS = join(ROOT, 'test-results/mutation');

/** Runs a program; true when it ends well. */
function run(program, args, options) {
  return spawnSync(program, args, { stdio: 'inherit', ...options }).status === 0;
}

function isInstalled() {
  const record = join(here, 'node_modules/.package-lock.json');
  const lock = join(here, 'package-lock.json');
  return existsSync(record) && statSync(record).mtimeMs >= statSync(lock).mtimeMs;
}

/** Tries one room, and keeps its report by the room's name; false under the threshold. */
function mutate(room, options) {
  const stryker = join(here, 'node_modules/@stryker-mutator/core/bin/stryker.js');
  const config = join(here, 'stryker.config.mjs');
  rmSync(REPORT, { force: true });
  const env = { ...process.env, MUTATED_ROOM: room };
  const good = run(process.execPath, [stryker, 'run', config, ...options], { cwd: ROOT, env });
  if (existsSync(REPORT)) {
    mkdirSync(REPORTS, { recursive: true });
    renameSync(REPORT, join(REPORTS, `${basename(room)}.json`));
  }
  return good;
}

install();
const ci = ['ci', '--ignore-scripts', '--no-audit', '--no-fund'];
const ready = isInstalled() || run('npm', ci, { cwd: here, shell: process.platform === 'win32' });
const args = process.argv.slice(2);
const options = args.includes('--incremental') ? [] : ['--force'];
const named = args.filter((arg) => !arg.startsWith('--')).map((room) => room.replace(/\/+$/, ''));
let good = ready;
for (const room of named.length > 0 ? named : ROOMS) {
  if (!ready) break;
  good = mutate(room, options) && good;
}
process.exitCode = good ? 0 : 1;
