import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../src/gateway/prepare.mjs';

/** Where nothing answers: who asks a registry or a cache for something does not get it. */
const NOWHERE = 'http://127.0.0.1:1';

/** Packs what is built into a folder and gives the path of the tarball. */
export function pack(folder) {
  mkdirSync(folder, { recursive: true });
  npm(ROOT, ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], {
    HOME: folder,
  });
  return join(folder, readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? '');
}

/**
 * Installs a tarball into an empty folder, with an empty cache and without a network, and gives the
 * path of its command.
 */
export function installPacked(tarball, folder) {
  mkdirSync(folder, { recursive: true });
  npm(folder, ['install', '--prefix', folder, tarball], alone(folder));
  return join(folder, 'node_modules', '.bin', 'image-builds');
}

/** The surroundings in which npm has nothing but the tarball: no cache, no registry, no settings. */
export function alone(home) {
  return {
    HOME: home,
    npm_config_cache: join(home, 'cache'),
    npm_config_offline: 'true',
    npm_config_registry: NOWHERE,
    npm_config_audit: 'false',
    npm_config_fund: 'false',
  };
}

function npm(cwd, args, env) {
  const { status, stderr, error } = spawnSync('npm', args, {
    cwd,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    env: { PATH: process.env.PATH, ...env },
  });
  if (status !== 0) throw error ?? new Error(`npm ${args[0]}: ${stderr}`);
}
