import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { ROOT } from '../src/gateway/prepare.mjs';

/** Runs an installer, what it says shown; true when it ends well. */
export function succeeds(program, args) {
  console.log(`Installing: ${[program, ...args].join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(program, args, { cwd: ROOT, stdio: 'inherit', env }).status === 0;
}

/** Whether what belongs to the system can be installed here without being asked for a password. */
export const isRoot = () => process.getuid?.() === 0;

/** Installs a Debian package, where this is Debian or a child of it, and where it may be done. */
export function aptInstall(...names) {
  if (!isRoot() || !existsSync('/etc/debian_version')) return false;
  const apt = (...args) => succeeds('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args]);
  apt('update');
  return names.some((name) => apt('install', '-y', '--no-install-recommends', name));
}
