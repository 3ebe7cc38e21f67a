import fc from 'fast-check';
import { beforeEach } from 'vitest';
import { runs } from './runs.ts';

declare module 'vitest' {
  interface TaskMeta {
    /** How often each property of the test held, in the report of `npm run test:deep`. */
    runs?: number[];
  }
}

let done: number[] = [];

beforeEach(({ task }) => {
  done = [];
  task.meta.runs = done;
});

const USUAL = 100;

// With a reporter of one's own nothing throws but that.
const reporter: NonNullable<fc.GlobalParameters['reporter']> = (details) => {
  if (!details.failed) {
    done.push(details.numRuns);
    return;
  }
  throw new Error(fc.defaultReportMessage(details), { cause: details.errorInstance });
};

fc.configureGlobal({ numRuns: runs(USUAL), reporter });
