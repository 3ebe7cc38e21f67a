// `npm run test:deep`: every property, each at 10,000 runs or more, on one core. Folders may follow:
// `npm run test:deep -- src/contract src/lib`; without any, all rooms.
import '../src/gateway/demandNode.mjs';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { install, ROOT } from '../src/gateway/prepare.mjs';
import { propertyFiles, readRuns } from './properties.mjs';

const REPORT = join(ROOT, 'test-results', 'deep.json');

install();
const named = process.argv.slice(2);
const files = (named.length > 0 ? named : ['src']).flatMap(propertyFiles);
mkdirSync(join(ROOT, 'test-results'), { recursive: true });
rmSync(REPORT, { force: true });
const { status } = spawnSync(
  process.execPath,
  [
    join(ROOT, 'node_modules', 'vitest', 'vitest.mjs'),
    'run',
    ...files,
    '--maxWorkers=1',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${REPORT}`,
  ],
  { cwd: ROOT, stdio: 'inherit', env: { ...process.env, DEEP: '1' } },
);
if (existsSync(REPORT)) {
  const { properties, runs, fewest } = readRuns(JSON.parse(readFileSync(REPORT, 'utf8')));
  const [many, each] = [runs, fewest].map((count) => count.toLocaleString('en'));
  console.log(`${properties} properties held, ${many} runs in all, ${each} or more of each`);
}
process.exitCode = status ?? 1;
