import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '../..');
const peers = join(import.meta.dirname, 'peers');
const out = join(root, 'test-results/bench');

/** Builds the product beside its usual place, so that a running one is left alone. */
export function buildProduct() {
  const target = join(out, 'product');
  runVite(root, '--outDir', join(target, 'page'));
  runVite(root, '--mode', 'server', '--outDir', join(target, 'server'));
  return join(target, 'server/main.js');
}

/** Builds the local API and its maker of builds as modules that plain Node can import. */
export async function buildLocalApi() {
  const outDir = join(out, 'local-api');
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        input: {
          start: join(root, 'src/local-api/startLocalApi.ts'),
          make: join(root, 'src/local-api/makeBuilds.ts'),
        },
        output: { entryFileNames: '[name].mjs' },
      },
    },
  });
  const urlOf = (name) => pathToFileURL(join(outDir, name)).href;
  return { start: urlOf('start.mjs'), make: urlOf('make.mjs') };
}

/** Builds the peers' pages, and installs their packages when they are missing or out of date. */
export function buildPeers() {
  if (!isInstalled(peers)) {
    run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], { cwd: peers, shell: true });
  }
  runVite(peers);
  return join(peers, 'dist');
}

function isInstalled(folder) {
  const record = join(folder, 'node_modules/.package-lock.json');
  return existsSync(record) && writtenAt(record) >= writtenAt(join(folder, 'package-lock.json'));
}

function writtenAt(path) {
  return statSync(path).mtimeMs;
}

function runVite(cwd, ...args) {
  const vite = join(cwd, 'node_modules/vite/bin/vite.js');
  run(process.execPath, [vite, 'build', '--logLevel', 'error', ...args], { cwd });
}

/** @throws Error of one line when it fails; what it says about that is shown. */
function run(program, args, options) {
  const { status } = spawnSync(program, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    ...options,
  });
  if (status !== 0) throw new Error(`failed: ${program} ${args.join(' ')}`);
}
