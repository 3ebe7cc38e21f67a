import { readFileSync } from 'node:fs';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import type { Plugin, UserConfig } from 'vite';
import { defineConfig } from 'vitest/config';
import type { InlineConfig } from 'vitest/node';
import manifest from './package.json' with { type: 'json' };
import { CHANGES_NAME } from './src/contract/served/version.ts';
import { devGateway } from './src/gateway/devPlugin.ts';
import { SERVER_BUILD } from './src/gateway/package/serverBuild.ts';

/**
 * Node 25 and newer have a `localStorage` of their own, undefined without a file to keep it in, and
 * it stands before that of a test's window.
 */
const WITHOUT_STORAGE = ['--no-experimental-webstorage'].filter((flag) =>
  process.allowedNodeEnvironmentFlags.has(flag),
);

/** What the page and the server say of themselves. */
const VERSION = { __VERSION__: JSON.stringify(manifest.version) };

/** Puts what changed beside the page, for whoever uses it. */
const changes: Plugin = {
  name: 'image-builds:changes',
  apply: 'build',
  generateBundle() {
    this.emitFile({
      type: 'asset',
      fileName: CHANGES_NAME,
      source: readFileSync('CHANGELOG.md', 'utf8'),
    });
  },
};

/**
 * The parts of TanStack Query that its client brings along and that the page has no use for, 2 kB of
 * the first load: it changes nothing, and asks for its pages one by one. By what they export.
 */
const UNUSED = new Map([
  ['mutation', ['Mutation', 'getDefaultState']],
  ['infiniteQueryBehavior', ['infiniteQueryBehavior', 'hasNextPage', 'hasPreviousPage']],
]);

/** Leaves them out of the page. */
const withoutUnused: Plugin = {
  name: 'image-builds:without-unused',
  apply: 'build',
  load(id) {
    const [, part = ''] = /query-core\/build\/modern\/(\w+)\.js$/.exec(id) ?? [];
    return UNUSED.get(part)
      ?.map((name) => `export function ${name}() { throw new Error('${part}'); }`)
      .join('\n');
  },
};

const PAGE_BUILD = {
  plugins: [react(), tailwindcss(), devGateway(), changes, withoutUnused],
  // Every address in it is beside itself, so that it can be served below any path.
  base: './',
  // TanStack's store brings a stand-in for what React has had itself since version 18.
  resolve: { alias: [{ find: /^use-sync-external-store\/shim$/, replacement: 'react' }] },
  build: {
    outDir: 'dist/page',
    target: 'es2022',
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    assetsInlineLimit: 0,
    modulePreload: {
      polyfill: false,
      // Pieces come with what they need a round trip later: a list of it would be in every first load.
      resolveDependencies: (_, files, { hostType }) => (hostType === 'html' ? files : []),
    },
    sourcemap: false,
    license: { fileName: 'LICENSES.md' },
    // What the first screen shares with later ones: one file, not a dozen.
    rolldownOptions: {
      output: {
        // A file of pieces has no name of its own, and the gateway serves none with a tilde.
        chunkFileNames: ({ name }) => `assets/${name.split('~')[0]}-[hash].js`,
        codeSplitting: {
          groups: [
            {
              name: 'base',
              test: /node_modules\/(react\/|react-dom\/(index|cjs\/react-dom\.))|(lib\/(text|instant|number|tasks\/whenIdle)|contract\/teamId)\.ts|ui\/(classes|Icon|Button|Boundary|Message|Piece|Broken)\.|views\/(terms\/(Filter|printTerm|readTerm)|query\/freeWords|address\/(printView|View))\.ts|src\/list\/(conflict|facts)\.ts/,
            },
            { name: 'first', tags: ['$initial'] },
            // What later screens share: a file for each few kilobytes, not one for each module. With
            // much more in a file, two of them would need each other (`e2e/built.e2e.ts`).
            {
              name: 'shared',
              minShareCount: 2,
              entriesAware: true,
              entriesAwareMergeThreshold: 6000,
            },
          ],
        },
      },
    },
  },
} satisfies UserConfig;

/**
 * Each of these files has a thread to itself: it draws, measures, or puts a module in the place of
 * another. All others share a few, which spares starting one for each file.
 */
const APART = [
  'src/**/*.test.tsx',
  'src/**/{,*.}linear.test.ts',
  'src/replica/share/{anyTabs,severalTabs}.test.ts',
  'src/screens/frame/replicaHolder.test.ts',
];

const TESTS = {
  restoreMocks: true,
  pool: 'threads',
  execArgv: WITHOUT_STORAGE,
  // A shared machine may be busy: a limit against hanging, not a measure.
  testTimeout: process.env['DEEP'] ? 1_800_000 : 60_000,
  setupFiles: [
    'src/lib/testing/patience.ts',
    ...(process.env['DEEP'] ? ['src/lib/testing/deepRuns.ts'] : []),
  ],
} satisfies InlineConfig;

/**
 * What the tests need of the page's build, anew for each project: what is defined is taken out of
 * it. They inherit nothing, or `--maxWorkers` went unheard.
 */
const tested = () => ({ resolve: PAGE_BUILD.resolve, define: { ...VERSION } });

/** `vite build` makes the page; `vite build --mode server` makes the gateway that serves it. */
export default defineConfig(({ mode }) => ({
  ...(mode === 'server' ? SERVER_BUILD : PAGE_BUILD),
  define: { ...(mode === 'server' && SERVER_BUILD.define), ...VERSION },
  test: {
    ...TESTS,
    maxWorkers: '100%',
    projects: [
      { ...tested(), test: { ...TESTS, name: 'apart', include: APART } },
      {
        ...tested(),
        test: {
          ...TESTS,
          name: 'shared',
          include: ['src/**/*.test.ts'],
          exclude: APART,
          isolate: false,
        },
      },
    ],
  },
}));
