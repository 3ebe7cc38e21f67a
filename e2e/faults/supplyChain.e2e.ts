import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';

const ROOT = join(import.meta.dirname, '../..');
const LICENCES = ['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD'];

interface Package {
  readonly name: string;
  readonly licence: string;
  readonly integrity: string;
  readonly scripts: boolean;
  readonly shipped: boolean;
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
      shipped: field(entry, 'dev') !== true && field(entry, 'devOptional') !== true,
    }));
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

test('ships the packages that are counted here, under licences that allow it', () => {
  const told = readFileSync(join(ROOT, 'SECURITY.md'), 'utf8').split('## What ships')[1] ?? '';
  const shipped = packages().filter((each) => each.shipped);
  const strangers = shipped.filter(({ name }) => {
    // One binary for each kind of machine, of which one is installed.
    const known = name.startsWith('@libsql/') ? '@libsql binary' : name;
    return !told.includes(known);
  });
  expect(strangers.map(({ name }) => name)).toEqual([]);
  expect(shipped.filter(({ licence }) => !LICENCES.includes(licence))).toEqual([]);
  const direct = field(
    JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')),
    'dependencies',
  );
  expect(Object.keys(direct ?? {})).toHaveLength(6);
  const counted = shipped.filter(({ name }) => !name.startsWith('@libsql/')).length + 1;
  expect(counted - 6, 'packages that come along, one binary among them').toBe(9);
  for (const version of Object.values(direct ?? {})) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
});

test('needs no install script, and knows every package by its hash', () => {
  const all = packages();
  expect(all.length).toBeGreaterThan(50);
  expect(all.filter(({ scripts, shipped }) => scripts && shipped)).toEqual([]);
  const unhashed = all.filter(({ integrity }) => !/^sha512-[\w+/]{86}==$/.test(integrity));
  expect(unhashed.map(({ name }) => name)).toEqual([]);
});
