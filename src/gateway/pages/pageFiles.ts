import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** One file of the built page, ready to send. */
export interface PageFile {
  readonly type: string;
  readonly cacheControl: string;
  readonly plain: Buffer;
  /** Null where it is no smaller than the plain bytes. */
  readonly gzip?: Buffer | null;
  readonly br?: Buffer | null;
}

/** By the exact path of the request; no other path exists. */
export type PageFiles = ReadonlyMap<string, PageFile>;

/**
 * Reads the built page into memory once, so that no request reaches the file system.
 * `index.html` is served at `/` and nowhere else; files under `assets/` carry a hash in their
 * name and never change.
 *
 * @throws Error when the folder has no `index.html`.
 */
export function readPageFiles(folder: string): PageFiles {
  const files = new Map<string, PageFile>();
  for (const path of existsSync(folder) ? pathsIn(folder, '') : []) {
    const type = TYPES[extname(path)];
    if (type === undefined) continue;
    const isIndex = path === '/index.html';
    const caching = isIndex ? 'no-store' : path.startsWith('/assets/') ? FOR_GOOD : 'no-cache';
    files.set(isIndex ? '/' : path, pageFile(type, caching, readFileSync(join(folder, path))));
  }
  if (!files.has('/')) throw new Error(`There is no built page in ${folder}. Run npm run build.`);
  return files;
}

const FOR_GOOD = 'public, max-age=31536000, immutable';

// Source maps and whatever else is not named here are no part of the page.
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/** Plain files only: a link could lead out of the folder. Names that a URL would escape are left out. */
function pathsIn(folder: string, below: string): string[] {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    if (!/^[A-Za-z0-9_-][A-Za-z0-9._-]*$/.test(entry.name)) return [];
    const path = `${below}/${entry.name}`;
    if (entry.isDirectory()) return pathsIn(folder, path);
    return entry.isFile() ? [path] : [];
  });
}

/** Packed when it is first asked for, so that the start does not wait for it. */
function pageFile(type: string, cacheControl: string, plain: Buffer): PageFile {
  if (!/^text|json|svg/.test(type)) return { type, cacheControl, plain };
  const smaller = (packed: Buffer) => (packed.length < plain.length ? packed : null);
  const gzip = once(() => smaller(gzipSync(plain, { level: 9 })));
  // Level 9 of 11: a tenth of the time for two per cent of the size.
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
  const br = once(() => smaller(brotliCompressSync(plain, quality)));
  return {
    type,
    cacheControl,
    plain,
    get gzip() {
      return gzip();
    },
    get br() {
      return br();
    },
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
