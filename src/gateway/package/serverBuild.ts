import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { UserConfig } from 'vite';

const DATABASE = 'node-sqlite3-wasm';

/**
 * How the server is built: into a folder that needs no packages, with the demo data's database and
 * its licence inside.
 */
export const SERVER_BUILD = {
  plugins: [
    {
      name: 'image-builds:database',
      apply: 'build',
      generateBundle() {
        const folder = dirname(createRequire(import.meta.url).resolve(DATABASE));
        const fileName = `${DATABASE}.wasm`;
        this.emitFile({ type: 'asset', fileName, source: readFileSync(join(folder, fileName)) });
      },
    },
  ],
  ssr: { noExternal: [DATABASE] },
  // It looks for its file beside itself, by the name that modules of the older kind have for that.
  define: { __dirname: 'import.meta.dirname' },
  build: {
    outDir: 'dist/server',
    ssr: true,
    target: 'node20',
    minify: false,
    copyPublicDir: false,
    license: { fileName: 'LICENSES.md' },
    rolldownOptions: {
      input: { 'image-builds': 'src/gateway/package/bin.mjs', main: 'src/gateway/main.ts' },
      output: { chunkFileNames: '[name].js' },
    },
  },
} satisfies UserConfig;
