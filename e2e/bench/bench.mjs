import '../../src/gateway/demandNode.mjs';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import { BROWSER_FLAGS } from '../browserFlags.mjs';
import { findBrowser } from '../findBrowser.mjs';
import { buildLocalApi, buildPeers, buildProduct } from './build.mjs';
import { LENS_PEER, measureLenses, writeLenses } from './lenses.mjs';
import { measureRequests, measureRun, openPage } from './measure.mjs';
import { readOptions } from './options.mjs';
import { mediansOf, writeReport, writeSummary } from './report.mjs';
import { startApi, startPeers, startProduct } from './serve.mjs';

const root = resolve(import.meta.dirname, '../..');
const SUMMARY = { file: join(root, 'README.md'), block: 'bench' };
const WHOLE = { file: join(import.meta.dirname, 'README.md'), block: 'bench' };
/** Lists beyond what other pages are measured with. */
const LARGEST = { ...WHOLE, block: 'bench-million' };
const LENSES = { ...WHOLE, block: 'bench-lenses' };
const LARGE = 500_000;

const options = readOptions(process.argv.slice(2));
const measuresOurs = options.lenses || options.peers.includes('ours');
const started = [];

const isLarge = Math.max(...options.sizes) >= LARGE;
const places = options.lenses ? [LENSES] : isLarge ? [LARGEST] : [WHOLE, SUMMARY];
for (const place of places) {
  if (options.writeReadme && !blockOf(place).test(readFileSync(place.file, 'utf8'))) {
    throw new Error(`${place.file} has no marks of ${place.block} to write between.`);
  }
}

try {
  say('building');
  const modules = await buildLocalApi();
  const api = await startApi(modules, options.sizes);
  started.push(api);
  const peers = options.lenses ? null : await startPeers(buildPeers(), api.origin);
  if (peers) started.push(peers);
  const product = measuresOurs ? await startProduct(buildProduct(), api.origin) : null;
  if (product) started.push(product);
  const originOf = (peer) => (peer === 'ours' ? product.origin : peers.origin);

  const browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: BROWSER_FLAGS,
  });
  started.push({ stop: () => browser.close() });

  const sizes = [];
  for (const size of options.sizes) {
    const runs = options.lenses
      ? await measureLensRuns(browser, product.origin, size)
      : await measureSize(browser, api, size, originOf, product?.origin ?? peers.origin);
    sizes.push({ size, medians: mediansOf(runs), runs });
  }
  publish({
    date: new Date().toISOString().slice(0, 10),
    machine: `${cpus()[0].model} (${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB), Chromium ${browser.version()}, Node ${process.versions.node}`,
    runs: options.runs,
    sizes,
  });
} finally {
  for (const one of started.reverse()) await one.stop();
}

/** The lenses of the product, run by run: figures by lens. */
async function measureLensRuns(browser, origin, size) {
  const tab = await openPage(browser, { peer: LENS_PEER, origin, size });
  const runs = {};
  for (let run = 1; run <= options.runs; run++) {
    say(`${size.toLocaleString('en')} builds, run ${run} of ${options.runs}: lenses`);
    for (const [lens, figures] of Object.entries(await measureLenses(tab))) {
      runs[lens] = [...(runs[lens] ?? []), figures];
    }
  }
  await tab.close();
  return runs;
}

/** Every page once, then every page again: a machine that slows down slows all of them. */
async function measureSize(browser, api, size, originOf, bareOrigin) {
  const tabs = {};
  for (const peer of options.peers) {
    tabs[peer] = await openPage(browser, { peer, origin: originOf(peer), size });
  }
  const runs = { requests: [], ...Object.fromEntries(options.peers.map((peer) => [peer, []])) };
  for (let run = 1; run <= options.runs; run++) {
    const ms = await measureRequests(browser, `${bareOrigin}/healthz`, size);
    runs.requests.push({ loadedFromFirstRequest: ms });
    for (const peer of options.peers) {
      say(`${size.toLocaleString('en')} builds, run ${run} of ${options.runs}: ${peer}`);
      runs[peer].push(await measureRun(tabs[peer], api));
    }
  }
  for (const tab of Object.values(tabs)) await tab.close();
  return runs;
}

function publish(result) {
  const report = options.lenses ? writeLenses(result) : writeReport(result);
  mkdirSync(join(root, 'test-results'), { recursive: true });
  const file = options.lenses ? 'bench-lenses.json' : 'bench.json';
  writeFileSync(join(root, 'test-results', file), `${JSON.stringify(result, null, 2)}\n`);
  console.log(report);
  if (!options.writeReadme) return;
  for (const place of places) write(place, place === SUMMARY ? writeSummary(result) : report);
}

function blockOf({ block }) {
  return new RegExp(`(<!-- ${block}:start -->\\n)[\\s\\S]*?(<!-- ${block}:end -->)`);
}

function write(place, report) {
  const text = readFileSync(place.file, 'utf8');
  writeFileSync(
    place.file,
    text.replace(blockOf(place), (_, start, end) => `${start}${report}\n${end}`),
  );
}

function say(text) {
  process.stderr.write(`${text}\n`);
}
