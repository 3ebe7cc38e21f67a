import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** One page for each peer, built the way the product is. */
export default defineConfig({
  plugins: [react()],
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        aggrid: 'aggrid/index.html',
        recipe: 'recipe/index.html',
        fixed: 'fixed/index.html',
        plain: 'plain/index.html',
      },
    },
  },
});
