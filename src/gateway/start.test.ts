import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

// Each test starts several processes, which a busy machine takes its time for.
vi.setConfig({ testTimeout: 60_000 });

// A small project with npm and Vite played by scripts that say when they ran.
const NPM = `
const fs = require('node:fs');
console.log('npm', ...process.argv.slice(2));
if (process.env.NPM_FAILS) process.exit(3);
fs.mkdirSync('node_modules/vite/bin', { recursive: true });
fs.copyFileSync('vite.fake', 'node_modules/vite/bin/vite.js');
const lock = JSON.parse(fs.readFileSync('package-lock.json', 'utf8'));
delete lock.packages[''];
delete lock.packages['node_modules/elsewhere'];
fs.writeFileSync('node_modules/.package-lock.json', JSON.stringify(lock));
`;
const VITE = `
const fs = require('node:fs');
console.log('vite', ...process.argv.slice(2));
fs.mkdirSync('dist/server', { recursive: true });
fs.writeFileSync('dist/server/main.js', "console.log('serving', ...process.argv.slice(2))");
`;
const BUILDS = ['vite build --logLevel warn', 'vite build --mode server --logLevel warn'];
const INSTALL = 'npm ci --include=dev --ignore-scripts --no-audit --no-fund';

let folder = '';
const put = (path: string, text: string) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const putLock = (version: string) =>
  put(
    'package-lock.json',
    JSON.stringify({
      packages: {
        '': { name: 'x' },
        'node_modules/vite': { version, integrity: version },
        'node_modules/here': { version: '1.0.0', os: [process.platform], optional: true },
        'node_modules/elsewhere': { version: '1.0.0', os: ['plan9'], optional: true },
      },
    }),
  );

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'start-'));
  put('package.json', '{"engines":{"node":">=20.19"},"type":"commonjs"}');
  putLock('1.0.0');
  put('npm.js', NPM);
  put('vite.fake', VITE);
  put('src/App.tsx', 'one');
  put('src/App.test.tsx', 'one');
  put('public/favicon.svg', 'one');
  mkdirSync(join(folder, 'src/gateway/package'), { recursive: true });
  for (const name of ['start.mjs', 'package/prepack.mjs', 'prepare.mjs', 'demandNode.mjs']) {
    copyFileSync(join(import.meta.dirname, name), join(folder, 'src/gateway', name));
  }
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What `npm start` says, without the lines that only announce. */
function start(env: Record<string, string> = {}, script = 'start.mjs') {
  const ran = spawnSync(process.execPath, [`src/gateway/${script}`, '--port', '0'], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], npm_execpath: join(folder, 'npm.js'), ...env },
  });
  const lines = ran.stdout.split('\n').filter((line) => line !== '' && !line.endsWith('…'));
  return { code: ran.status, lines, errors: ran.stderr };
}

describe('npm start', () => {
  it('installs, builds and serves on a fresh clone, and only serves the second time', () => {
    const first = start();
    expect(first).toEqual({ code: 0, errors: '', lines: [INSTALL, ...BUILDS, 'serving --port 0'] });
    expect(start().lines).toEqual(['serving --port 0']);
  });

  it('builds again after a change of what is built, and of nothing else', () => {
    start();
    for (const path of ['src/App.tsx', 'index.html', 'vite.config.ts']) {
      put(path, 'two');
      expect(start().lines).toEqual([...BUILDS, 'serving --port 0']);
    }
    put('src/App.test.tsx', 'two');
    expect(start().lines).toEqual(['serving --port 0']);
  });

  it('installs again after a change of the lock file', () => {
    start();
    putLock('1.0.1');
    expect(start().lines).toEqual([INSTALL, ...BUILDS, 'serving --port 0']);
  });

  it('installs again when what is there was made for another machine', () => {
    start();
    const record = 'node_modules/.package-lock.json';
    put(record, readFileSync(join(folder, record), 'utf8').replace(process.platform, 'plan9'));
    put(
      'package-lock.json',
      readFileSync(join(folder, 'package-lock.json'), 'utf8').replace(process.platform, 'plan9'),
    );
    expect(start().lines[0]).toBe(INSTALL);
  });

  it('starts over after an install that broke off', () => {
    expect(start({ NPM_FAILS: '1' }).code).toBe(1);
    expect(start().lines).toEqual([INSTALL, ...BUILDS, 'serving --port 0']);
  });

  it('starts over after a build that broke off', () => {
    start();
    put('src/App.tsx', 'two');
    put('node_modules/vite/bin/vite.js', 'process.exit(1)');
    const broken = start();
    expect([broken.code, broken.lines]).toEqual([1, []]);
    expect(broken.errors).toMatch(/^image-builds: failed: .*vite\.js build.*\n$/);
    put('node_modules/vite/bin/vite.js', VITE);
    put('src/App.tsx', 'one');
    expect(start().lines).toEqual([...BUILDS, 'serving --port 0']);
  });

  it('is packed from what is here now', () => {
    expect(start({}, 'package/prepack.mjs').lines).toEqual([INSTALL, ...BUILDS]);
    put('src/App.tsx', 'two');
    expect(start({}, 'package/prepack.mjs').lines).toEqual(BUILDS);
    expect(start({}, 'package/prepack.mjs').lines).toEqual([]);
  });

  const [major = 0, minor = 0, patch = 0] = process.versions.node.split('.').map(Number);
  it.each([
    `^${major}.0.0`,
    `^${major}.${minor}`,
    `^1.2.3 || ^${major}.${minor}.${patch}`,
    `>=${major - 1}.99.99`,
    `^${major - 1}.0.0 || >=${major}`,
  ])('starts with this Node where %s is asked for', (node) => {
    put('package.json', JSON.stringify({ engines: { node } }));
    expect(start().code).toBe(0);
  });

  it.each([
    `^${major - 1}.0.0`,
    `^${major + 1}.0.0`,
    `^${major}.${minor}.${patch + 1}`,
    `^${major}.${minor + 1} || ^${major - 1}.0.0 || >=${major + 1}.0.0`,
    `>=${major}.${minor + 1}`,
  ])('says in one line that another Node is needed: %s', (node) => {
    put('package.json', JSON.stringify({ engines: { node } }));
    const { code, lines, errors } = start();
    expect([code, lines]).toEqual([1, []]);
    const running = process.versions.node;
    expect(errors).toBe(`image-builds: Node ${node} is needed, this is ${running}\n`);
  });
});
