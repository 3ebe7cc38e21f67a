import './demandNode.mjs';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The folder of package.json. */
export const ROOT = resolve(import.meta.dirname, '../..');

const BUILD_INPUTS = [
  'src',
  'public',
  'index.html',
  'vite.config.ts',
  'package-lock.json',
  'CHANGELOG.md',
];
const BUILD_STAMP = join(ROOT, 'dist', '.stamp');

/** Runs `npm ci` unless node_modules is what the lock file asks for on this machine. */
export function install() {
  if (isInstalled()) return;
  console.log('Installing packages (npm ci) …');
  // What is installed needs no scripts of its own; the checks and the build need the dev packages.
  const args = ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund'];
  const npm = process.env.npm_execpath;
  if (npm?.endsWith('.js')) run(process.execPath, [npm, ...args]);
  else run('npm', args, { shell: process.platform === 'win32' });
}

/**
 * Compares the lock file with npm's own record of what it installed, which npm writes last: so an
 * install that broke off counts as none, and one made by hand is good.
 */
function isInstalled() {
  const record = join(ROOT, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).packages;
  const found = JSON.parse(readFileSync(record, 'utf8')).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const here = found[path];
    if (!here) return entry.optional || entry.devOptional || !fits(entry);
    return here.version === entry.version && here.integrity === entry.integrity && fits(entry);
  });
}

function fits({ os, cpu }) {
  return (!os || os.includes(process.platform)) && (!cpu || cpu.includes(process.arch));
}

/** Builds the page and the gateway unless dist was made from exactly what is here now. */
export function build() {
  const wanted = hashOf(BUILD_INPUTS);
  if (existsSync(BUILD_STAMP) && readFileSync(BUILD_STAMP, 'utf8') === wanted) return;
  console.log('Building …');
  rmSync(BUILD_STAMP, { force: true });
  const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
  run(process.execPath, [vite, 'build', '--logLevel', 'warn']);
  run(process.execPath, [vite, 'build', '--mode', 'server', '--logLevel', 'warn']);
  mkdirSync(join(ROOT, 'dist'), { recursive: true });
  writeFileSync(BUILD_STAMP, wanted);
}

/** Of names and contents, tests left out: they are in no build. */
function hashOf(paths) {
  const hash = createHash('sha256').update(process.versions.node);
  const add = (path) => {
    const whole = join(ROOT, path);
    if (!existsSync(whole)) return;
    const entries = listOf(whole);
    if (entries) for (const name of entries) add(`${path}/${name}`);
    else if (!/\.test\.tsx?$/.test(path)) {
      hash.update(`\0${path}\0`).update(readFileSync(whole));
    }
  };
  for (const path of paths) add(path);
  return hash.digest('hex');
}

function listOf(path) {
  try {
    return readdirSync(path).sort();
  } catch {
    return null;
  }
}

/**
 * Runs a program in the project's folder, its output shown.
 *
 * @throws Error of one line when it fails.
 */
function run(program, args, options = {}) {
  const { status, error } = spawnSync(program, args, { cwd: ROOT, stdio: 'inherit', ...options });
  if (status !== 0) throw new Error(error?.message ?? `failed: ${program} ${args.join(' ')}`);
}
