import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { aptInstall } from './installs.mjs';

/**
 * The path of an nginx with TLS and HTTP/2: what `IMAGE_BUILDS_NGINX` names, else one of this
 * machine, else one that is installed now. Null where there is none and none can be installed.
 *
 * @throws Error when the one that is named is not there.
 */
export function findNginx(env = process.env) {
  const named = env.IMAGE_BUILDS_NGINX;
  if (named) {
    if (isGood(named)) return named;
    throw new Error(`IMAGE_BUILDS_NGINX names ${named}, which is no nginx with TLS and HTTP/2`);
  }
  const there = () => known(env).find(isGood) ?? null;
  return there() ?? (aptInstall('nginx-light') ? there() : null);
}

function known({ PATH = '' }) {
  const folders = PATH.split(delimiter).filter((folder) => folder !== '');
  const others = ['/usr/sbin', '/usr/local/sbin', '/opt/homebrew/bin', '/usr/local/bin'];
  return [...folders, ...others].map((folder) => join(folder, 'nginx'));
}

function isGood(path) {
  if (!existsSync(path)) return false;
  const { stderr = '' } = spawnSync(path, ['-V'], { encoding: 'utf8' });
  return /http_ssl_module/.test(stderr) && /http_v2_module/.test(stderr);
}
