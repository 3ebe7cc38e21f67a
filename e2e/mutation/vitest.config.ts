import { defineConfig } from 'vitest/config';
import project from '../../vite.config.ts';

/**
 * The tests of one room alone, each property tried a tenth as often as usual, a hundred times at
 * most: what they do not notice counts as unnoticed.
 */
export default defineConfig((env) => {
  const config = project(env);
  return {
    ...config,
    test: {
      ...config.test,
      include: [`${process.env['MUTATED_ROOM']}/**/*.test.{ts,tsx}`],
      env: { FEW_RUNS: '1' },
      isolate: false,
    },
  };
});
