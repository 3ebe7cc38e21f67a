import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const PAGE_ROOMS = [
  'session',
  'replica',
  'views',
  'insights',
  'table',
  'ui',
  'list',
  'contract',
  'lib',
];
const SCREEN_ROOMS = [...PAGE_ROOMS, 'screens/build', 'screens/frame'];
/** Ways to look at the list: none knows another, nor what serves them all. */
const LENSES = ['builds', 'errors', 'images', 'batches', 'timeline', 'check', 'wall', 'compare'];
/** What serves every lens and knows none of them, nor one another. The app puts them together. */
const SERVICES = ['views', 'export', 'keys', 'away'];
const ABOVE_FRAME = [...LENSES, ...SERVICES].map((room) => `screens/${room}`);

/**
 * Who may import whom. The table of the rooms; a room not named here fails. The folders of
 * `screens` are rooms of their own: what all lenses share, then one for each lens.
 */
const MAY_IMPORT: Record<string, readonly string[]> = {
  lib: [],
  contract: ['lib'],
  list: ['contract', 'lib'],
  session: ['contract', 'lib', 'ui'],
  replica: ['list', 'contract', 'lib'],
  views: ['list', 'contract', 'lib'],
  insights: ['list', 'contract', 'lib'],
  ui: ['lib'],
  table: ['ui', 'lib'],
  'screens/build': ['insights', 'list', 'contract', 'ui', 'lib'],
  'screens/frame': [...PAGE_ROOMS, 'screens/build'],
  ...Object.fromEntries(ABOVE_FRAME.map((room) => [room, SCREEN_ROOMS])),
  app: [...SCREEN_ROOMS, ...ABOVE_FRAME],
  gateway: ['contract', 'lib', 'local-api'],
  'local-api': ['contract', 'lib'],
};
const NODE_ROOMS = new Set(['gateway', 'local-api']);
/** Files of a folder, tests included. */
const MOST_FILES = 30;
const LOCAL_API_DOOR = 'src/local-api/startLocalApi.ts';

const root = resolve(import.meta.dirname, '..');
const src = join(root, 'src');

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesIn(path);
    return /\.(ts|tsx|mjs)$/.test(entry.name) ? [path] : [];
  });
}

interface Import {
  readonly file: string;
  readonly line: number;
  readonly target: string;
}

function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  const found = text.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*)(['"])([^'"\n]+)\1/g);
  return [...found].map((match) => ({
    file: relative(root, file),
    line: text.slice(0, match.index).split('\n').length,
    target: match[2] ?? '',
  }));
}

/** The room of a path below src; files at its top are the app itself, as those of `app`. */
function roomOf(path: string): string {
  const parts = relative(src, resolve(root, path)).split('/');
  if (parts.length === 1) return 'app';
  const [room = '', inner = ''] = parts;
  return room === 'screens' && parts.length > 2 ? `${room}/${inner}` : room;
}

const isTest = (file: string) => /\.(test|bench)\.tsx?$/.test(file) || file.includes('/testing/');
const files = filesIn(src);
const imports = files.flatMap(importsOf);
const own = imports.filter((one) => one.target.startsWith('.'));
const at = (one: Import) => `${one.file}:${one.line} imports ${one.target}`;
const targetOf = (one: Import) =>
  relative(root, resolve(root, dirname(one.file), one.target.replace(/\?.*$/, '')));

/** Circles of imports between the places that `place` gives for files. */
function cyclesOf(place: (file: string) => string): string[] {
  const graph = new Map<string, Set<string>>();
  for (const one of own) {
    const from = place(one.file);
    const to = place(targetOf(one));
    if (isTest(one.file) || from === to) continue;
    graph.set(from, (graph.get(from) ?? new Set()).add(to));
  }
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (at: string, path: readonly string[]) => {
    if (path.includes(at)) {
      cycles.push([...path.slice(path.indexOf(at)), at].join(' -> '));
      return;
    }
    if (done.has(at)) return;
    for (const next of graph.get(at) ?? []) visit(next, [...path, at]);
    done.add(at);
  };
  for (const at of graph.keys()) visit(at, []);
  return cycles;
}

describe('the rooms', () => {
  it('import only what their table allows', () => {
    const wrong = own.filter((one) => {
      const from = roomOf(one.file);
      const to = roomOf(targetOf(one));
      if (from === to) return false;
      if (isTest(one.file)) return false;
      return !(MAY_IMPORT[from] ?? []).includes(to);
    });
    expect(wrong.map(at)).toEqual([]);
  });

  it('reach the local API by its one door', () => {
    const wrong = own.filter(
      (one) =>
        !isTest(one.file) &&
        roomOf(one.file) === 'gateway' &&
        roomOf(targetOf(one)) === 'local-api' &&
        targetOf(one) !== LOCAL_API_DOOR,
    );
    expect(wrong.map(at)).toEqual([]);
  });

  it('use Node only where a server runs', () => {
    const wrong = imports.filter(
      (one) =>
        one.target.startsWith('node:') &&
        !isTest(one.file) &&
        !one.file.endsWith('.mjs') &&
        !NODE_ROOMS.has(roomOf(one.file)),
    );
    expect(wrong.map(at)).toEqual([]);
  });

  it('import files by their whole name', () => {
    const wrong = own.filter((one) => !/\.(tsx?|mjs|css|yaml|json)(\?raw)?$/.test(one.target));
    expect(wrong.map(at)).toEqual([]);
  });

  it('have no cycles of files', () => {
    expect(cyclesOf((path) => path)).toEqual([]);
  });

  it('have no cycles of folders', () => {
    expect(cyclesOf(dirname)).toEqual([]);
  });

  it('are of a size that can be seen at once', () => {
    const sizes = new Map<string, number>();
    for (const file of files) sizes.set(dirname(file), (sizes.get(dirname(file)) ?? 0) + 1);
    const large = [...sizes].filter(([, size]) => size > MOST_FILES);
    expect(large.map(([folder, size]) => `${relative(root, folder)}: ${size} files`)).toEqual([]);
  });

  it('have no barrel files and no default exports', () => {
    const wrong = files.filter((file) => {
      if (/\/index\.tsx?$/.test(file)) return true;
      return /^export (default|\* from)/m.test(readFileSync(file, 'utf8'));
    });
    expect(wrong.map((file) => relative(root, file))).toEqual([]);
  });

  it('leave nothing to do and nothing unchecked', () => {
    const marks = new RegExp(`\\b(${['TO', 'DO'].join('')}|FIX${'ME'}|@ts-${'ignore'})\\b`);
    const wrong = files.filter((file) => marks.test(readFileSync(file, 'utf8')));
    expect(wrong.map((file) => relative(root, file))).toEqual([]);
  });

  it('all stand in the table', () => {
    const rooms = new Set(files.map((file) => roomOf(relative(root, file))));
    expect([...rooms].filter((room) => !(room in MAY_IMPORT))).toEqual([]);
  });

  it('keep the contract as it was pinned', () => {
    const generated = readFileSync(join(src, 'contract/schema.ts'), 'utf8');
    const [, yamlHash, bodyHash] = generated
      .split('\n', 3)
      .map((line) => line.match(/sha256 ([0-9a-f]{64})/)?.[1]);
    const body = generated.split('\n').slice(3).join('\n');
    expect(sha256(readFileSync(join(src, 'contract/openapi.yaml')))).toBe(yamlHash);
    expect(sha256(body)).toBe(bodyHash);
  });
});

function sha256(text: string | Buffer): string {
  return createHash('sha256').update(text).digest('hex');
}
