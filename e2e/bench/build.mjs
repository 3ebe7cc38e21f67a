import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'vite';

const run = promisify(execFile);
const root = resolve(import.meta.dirname, '../..');
const peers = join(import.meta.dirname, 'peers');
const out = join(root, 'test-results/bench');

/** Builds the product beside its usual place, so that a running one is left alone. */
export async function buildProduct() {
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const target = join(out, 'product');
  const options = { cwd: root };
  await run(process.execPath, [vite, 'build', '--outDir', join(target, 'page')], options);
  await run(
    process.execPath,
    [vite, 'build', '--mode', 'server', '--outDir', join(target, 'server')],
    options,
  );
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

/** Builds the peers' pages, and installs their packages when they are first needed. */
export async function buildPeers() {
  if (!existsSync(join(peers, 'node_modules'))) {
    await run('npm', ['ci', '--no-audit', '--no-fund'], { cwd: peers, shell: true });
  }
  const vite = join(peers, 'node_modules/vite/bin/vite.js');
  await run(process.execPath, [vite, 'build', '--logLevel', 'error'], { cwd: peers });
  return join(peers, 'dist');
}
