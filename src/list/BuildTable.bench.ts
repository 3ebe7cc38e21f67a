import { bench, describe } from 'vitest';
import type { Build } from '../contract/build.ts';
import { artifactOf, buildOf } from '../contract/testing/builds.ts';
import { BuildStore } from '../replica/columns/BuildStore.ts';
import { StoreTable } from '../replica/columns/StoreTable.ts';
import type { BuildTable } from './BuildTable.ts';

const BUILDS = 100_000;
const IMAGES = 20_000;
const ERRORS = 300;
const BINS = 200;
/** Milliseconds that one pass may take. */
const MOST = 2;

function madeBuild(at: number): Build {
  const isFailed = at % 7 === 0;
  const status = isFailed ? 'FAILED' : 'COMPLETED';
  const errorMessage = isFailed ? `step ${at % ERRORS} failed` : null;
  const createdAt = new Date(Date.UTC(2026, 10, 1) + at * 20_000).toISOString();
  return buildOf(`b${at}`, {
    imageName: `swe/task-${at % IMAGES}`,
    status,
    createdAt,
    artifacts: [
      artifactOf(`a${at}`, { status, errorMessage, createdAt }),
      artifactOf(`v${at}`, { artifactType: 'VM_SANDBOX', createdAt }),
    ],
  });
}

const store = new BuildStore();
store.apply(
  Array.from({ length: BUILDS }, (_, at) => madeBuild(at)),
  1,
);
const table: BuildTable = new StoreTable(store, () => true);

/** How many builds have each error. */
function errorCounts(): Uint32Array {
  const { alive, firstError, rowCount, texts } = table;
  const counts = new Uint32Array(texts.errors.size + 1);
  for (let row = 0; row < rowCount; row += 1) {
    const code = firstError[row] ?? 0;
    if (alive[row] === 1) counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}

/** How many builds each image has. */
function imageTotals(): Uint32Array {
  const { alive, name, rowCount, texts } = table;
  const totals = new Uint32Array(texts.names.size);
  for (let row = 0; row < rowCount; row += 1) {
    const code = name[row] ?? 0;
    if (alive[row] === 1) totals[code] = (totals[code] ?? 0) + 1;
  }
  return totals;
}

/** How many builds were created in each of the equal parts of the time. */
function timelineBins(): Uint32Array {
  const { alive, created, rowCount } = table;
  const from = Date.UTC(2026, 10, 1);
  const perBin = (BUILDS * 20_000) / BINS;
  const bins = new Uint32Array(BINS);
  for (let row = 0; row < rowCount; row += 1) {
    const bin = Math.floor(((created[row] ?? Number.NaN) - from) / perBin);
    if (alive[row] === 1 && bin >= 0 && bin < BINS) bins[bin] = (bins[bin] ?? 0) + 1;
  }
  return bins;
}

describe(`a pass over ${BUILDS} builds takes under ${MOST} ms`, () => {
  for (const [name, pass] of [
    ['error counts', errorCounts],
    ['image totals', imageTotals],
    ['timeline bins', timelineBins],
  ] as const) {
    const counted = pass().reduce((sum, count) => sum + count, 0);
    if (counted !== BUILDS) throw new Error(`${name} counts ${counted} builds`);
    bench(name, () => void pass());
  }
});
