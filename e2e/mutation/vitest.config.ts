import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import project from '../../vite.config.ts';

/**
 * The tests of the broken file first, then short files of examples, properties last: the sooner a
 * test fails, the sooner the next break is tried.
 */
class QuickestFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const [broken = ''] = this.ctx.config.related ?? [];
    const own = broken.replace(/\.tsx?$/, '.test.ts');
    const cost = ({ moduleId }: TestSpecification): number => {
      if (broken && moduleId.startsWith(own)) return 0;
      const text = readFileSync(moduleId, 'utf8');
      const isSlow = text.includes("'fast-check'") || moduleId.endsWith('.tsx');
      return text.length + (isSlow ? 1_000_000 : 0);
    };
    const costs = new Map(files.map((file) => [file, cost(file)]));
    return Promise.resolve([...files].sort((a, b) => (costs.get(a) ?? 0) - (costs.get(b) ?? 0)));
  }
}

/**
 * The tests of one room alone, each property tried a tenth as often as usual, a hundred times at
 * most, and not searched for its smallest failure: what they do not notice counts as unnoticed.
 */
export default defineConfig((env) => {
  const config = project(env);
  const { projects: _, ...test } = { projects: [], ...config.test };
  return {
    ...config,
    test: {
      ...test,
      include: [`${process.env['MUTATED_ROOM']}/**/*.test.{ts,tsx}`],
      // They tell how long something takes, and take long themselves.
      exclude: ['src/**/{,*.}linear.test.ts'],
      env: { FEW_RUNS: '1' },
      setupFiles: ['e2e/mutation/endOnFailure.ts'],
      sequence: { sequencer: QuickestFirst },
      isolate: false,
    },
  };
});
