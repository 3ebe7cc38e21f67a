import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '../support/workerServers.ts';

const ROOT = join(import.meta.dirname, '../..');
const LICENCES = ['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD'];

interface Package {
  readonly name: string;
  readonly licence: string;
  readonly integrity: string;
  readonly scripts: boolean;
}

/** Every package of the lock file. */
function packages(): Package[] {
  const lock: unknown = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
  const entries = Object.entries(field(lock, 'packages') ?? {});
  return entries
    .filter(([path]) => path !== '')
    .map(([path, entry]) => ({
      name: path.replace(/^.*node_modules\//, ''),
      licence: String(field(entry, 'license')),
      integrity: String(field(entry, 'integrity')),
      scripts: field(entry, 'hasInstallScript') === true,
    }));
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

/** The packages whose code is in the build, by the list of licences that is built with it. */
function bundled(part: 'page' | 'server'): { name: string; licence: string }[] {
  const listed = readFileSync(join(ROOT, 'dist', part, 'LICENSES.md'), 'utf8');
  return [...listed.matchAll(/^## (\S+) - \S+ \((.+)\)$/gm)].map(([, name = '', licence = '']) => ({
    name,
    licence,
  }));
}

test('ships the packages that are counted here, under licences that allow it', () => {
  const told = readFileSync(join(ROOT, 'SECURITY.md'), 'utf8').split('## What ships')[1] ?? '';
  const shipped = [...bundled('page'), ...bundled('server')];
  expect(shipped.map(({ name }) => name).filter((name) => !told.includes(name))).toEqual([]);
  expect(shipped.filter(({ licence }) => !LICENCES.includes(licence))).toEqual([]);
  expect(bundled('page')).toHaveLength(11);
  expect(bundled('server')).toHaveLength(1);
  const manifest: unknown = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const asked = Object.values(field(manifest, 'devDependencies') ?? {});
  expect(asked.filter((version) => !/^\d+\.\d+\.\d+$/.test(String(version)))).toEqual([]);
});

test('needs no install script, and knows every package by its hash', () => {
  const all = packages();
  expect(all.length).toBeGreaterThan(50);
  const shipped = [...bundled('page'), ...bundled('server')].map(({ name }) => name);
  expect(all.filter(({ name, scripts }) => scripts && shipped.includes(name))).toEqual([]);
  const unhashed = all.filter(({ integrity }) => !/^sha512-[\w+/]{86}==$/.test(integrity));
  expect(unhashed.map(({ name }) => name)).toEqual([]);
});
