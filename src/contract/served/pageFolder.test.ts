import { expect, it } from 'vitest';
import { pageFolder } from './pageFolder.ts';

it.each([
  ['/', '/'],
  ['/index.html', '/'],
  ['/builds/', '/builds/'],
  ['/builds/index.html', '/builds/'],
  ['/tools/builds/', '/tools/builds/'],
  ['/a%20b/', '/a%20b/'],
  ['blank', '/'],
  ['', '/'],
])('finds the folder of the page at %j: %s', (path, folder) => {
  expect(pageFolder(path)).toBe(folder);
});

it('is the root where there is no address', () => {
  expect(pageFolder()).toBe('/');
});
