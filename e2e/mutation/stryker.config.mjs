/** What Stryker breaks and how; `mutation.mjs` names the room by the environment. */
const room = process.env.MUTATED_ROOM;

export default {
  testRunner: 'vitest',
  plugins: ['./e2e/mutation/node_modules/@stryker-mutator/vitest-runner/dist/src/index.js'],
  tsconfigFile: 'none: this TypeScript has no API to rewrite it with',
  vitest: { configFile: 'e2e/mutation/vitest.config.ts' },
  // Code, not its tests or what is generated.
  mutate: [
    `${room}/**/*.ts`,
    `${room}/**/*.tsx`,
    `!${room}/**/*.test.*`,
    `!${room}/**/*.bench.*`,
    `!${room}/**/testing/**`,
    '!src/contract/schema.ts',
  ],
  coverageAnalysis: 'perTest',
  concurrency: 2,
  ignoreStatic: true,
  // Parts of the first run, which also counts which test comes by where: a try takes less.
  timeoutFactor: 0.6,
  timeoutMS: 3_000,
  thresholds: { high: 95, low: 85, break: 85 },
  ignorePatterns: ['dist', 'test-results', 'e2e/mutation/node_modules', 'e2e/bench'],
  reporters: ['clear-text', 'progress-append-only', 'json'],
  clearTextReporter: { logTests: false, allowColor: false },
  jsonReporter: { fileName: 'test-results/mutation.json' },
  incrementalFile: `test-results/mutation-known/${room?.replace('src/', '')}.json`,
  incremental: true,
  tempDirName: '.stryker-tmp',
  allowEmpty: false,
};
