import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** `vite build` makes the page; `vite build --mode server` makes the gateway that serves it. */
export default defineConfig(({ mode }) => ({
  plugins: [react(), tailwindcss()],
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
          assetsInlineLimit: 0,
          modulePreload: { polyfill: false },
          sourcemap: false,
        },
  test: {
    include: ['src/**/*.test.{ts,tsx}'],
    restoreMocks: true,
  },
}));
