import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { devGateway } from './src/gateway/devPlugin.ts';

/** `vite build` makes the page; `vite build --mode server` makes the gateway that serves it. */
export default defineConfig(({ mode }) => ({
  plugins: [react(), tailwindcss(), devGateway()],
  build:
    mode === 'server'
      ? {
          outDir: 'dist/server',
          ssr: 'src/gateway/main.ts',
          target: 'node20',
          minify: false,
          copyPublicDir: false,
        }
      : {
          outDir: 'dist/page',
          target: 'es2022',
          cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
          assetsInlineLimit: 0,
          modulePreload: { polyfill: false },
          sourcemap: false,
        },
  test: {
    include: ['src/**/*.test.{ts,tsx}'],
    restoreMocks: true,
    // A shared machine may be busy: a limit against hanging, not a measure.
    testTimeout: 60_000,
  },
}));
