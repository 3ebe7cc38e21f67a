import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';

/** The folder of package.json. */
export const ROOT = resolve(import.meta.dirname, '../../..');

/** A process that is listened to. */
export interface Run {
  readonly child: ChildProcess;
  /** Resolves once the output matches, with what was found. */
  said(words: RegExp): Promise<string>;
  readonly ended: Promise<{ code: number | null; output: string; errors: string }>;
}

/** The gateway built into a folder of its own, with a page of one line, to be started. */
export interface BuiltGateway {
  readonly folder: string;
  start(argv: readonly string[], env?: Record<string, string>): Run;
  follow(child: ChildProcessWithoutNullStreams): Run;
  /** Ends what still runs. */
  stop(): void;
  remove(): void;
}

/** It must stand inside the project to find its packages. */
export async function buildGateway(): Promise<BuiltGateway> {
  const results = join(ROOT, 'test-results');
  mkdirSync(results, { recursive: true });
  const folder = mkdtempSync(join(results, 'gateway-'));
  mkdirSync(join(folder, 'page'));
  writeFileSync(join(folder, 'page/index.html'), '<!doctype html>');
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      ssr: 'src/gateway/main.ts',
      outDir: join(folder, 'server'),
      target: 'node20',
      minify: false,
    },
  });
  const running = new Set<ChildProcess>();
  const follow = (child: ChildProcessWithoutNullStreams) => {
    running.add(child);
    child.on('close', () => running.delete(child));
    return listenTo(child);
  };
  return {
    folder,
    follow,
    start: (argv, env = {}) =>
      follow(
        spawn(process.execPath, [join(folder, 'server/main.js'), ...argv], {
          env: { PATH: process.env['PATH'], ...env },
        }),
      ),
    stop: () => {
      for (const child of running) child.kill('SIGKILL');
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function listenTo(child: ChildProcessWithoutNullStreams): Run {
  let output = '';
  let errors = '';
  const listeners = new Set<() => void>();
  child.stdout.on('data', (bytes) => {
    output += String(bytes);
    for (const listener of listeners) listener();
  });
  child.stderr.on('data', (bytes) => {
    errors += String(bytes);
  });
  const ended = new Promise<Awaited<Run['ended']>>((done) => {
    child.on('close', (code) => done({ code, output, errors }));
  });
  return {
    child,
    ended,
    said: (words) =>
      new Promise((done, fail) => {
        const look = () => {
          const found = output.match(words)?.[0];
          if (found !== undefined) done(found);
        };
        listeners.add(look);
        look();
        void ended.then(() => fail(new Error(`ended early: ${errors}`)));
      }),
  };
}
