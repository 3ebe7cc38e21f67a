// `npm run soak`: the built page behind the real gateway, over an API that never rests and often
// fails. Every minute it prints what the page weighs; at the end it compares the page's builds with
// the API's. It fails for a build lost or too many, for whatever the guards of the browser tests
// find, and for a heap that grows steadily, as e2e/soak/growsSteadily.mjs understands it.
// `npm run soak -- --minutes 3` is a short one; `--wall` lets the page stand as a wallboard, which
// nobody touches, until the end.
import '../src/gateway/demandNode.mjs';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { runnerImport } from 'vite';
import { build, install, ROOT } from '../src/gateway/prepare.mjs';
import { findBrowser } from './findBrowser.mjs';
import { growsSteadily } from './soak/growsSteadily.mjs';
import { startRestlessApi } from './soak/restlessApi.mjs';

const TOKEN = 'pit_50a450a450a450a450a450a450a450a4';
const SAMPLE_MS = 10_000;
const COMPLETE_MS = 360_000;
const RESULTS = join(ROOT, 'test-results');

async function load(path) {
  return (await runnerImport(join(ROOT, path))).module;
}

/** What the command line says; 30 minutes by default. @throws Error for what is no such option. */
function optionsOf(args) {
  const wall = args.includes('--wall');
  const [flag = '--minutes', text = '30', ...rest] = args.filter((one) => one !== '--wall');
  const minutes = Number(text);
  if (flag !== '--minutes' || rest.length > 0 || !(minutes > 0)) {
    throw new Error('usage: npm run soak -- [--wall] [--minutes N]');
  }
  return { minutes, wall };
}

async function weigh(devtools) {
  await devtools.send('HeapProfiler.collectGarbage');
  const { metrics } = await devtools.send('Performance.getMetrics');
  const of = (wanted) => metrics.find(({ name }) => name === wanted).value;
  return { heap: of('JSHeapUsedSize'), nodes: of('Nodes'), listeners: of('JSEventListeners') };
}

/** Presses Refresh, and shows what waits to be shown, as a person would. */
async function lookAgain(page) {
  await page.getByRole('button', { name: 'Refresh' }).click();
  const waiting = page.getByRole('button', { name: /^[\d,]+ new builds?$/ });
  if (await waiting.isVisible()) await waiting.click();
}

/** What the page says of the list: how many builds, whether that is all, and what went wrong. */
async function wordsOf(page) {
  const count = page.getByRole('status').filter({ hasText: /builds( so far)?$/ });
  const line = await count.locator('xpath=..').innerText();
  const alerts = await page.getByRole('alert').allInnerTexts();
  return [line, ...alerts].join(' ').replace(/\s+/g, ' ');
}

/** Waits until the page says that it is complete, and tells what it says in the end. */
async function waitUntilComplete(page, api) {
  const until = Date.now() + COMPLETE_MS;
  for (;;) {
    await lookAgain(page);
    await page.waitForTimeout(SAMPLE_MS);
    const says = await wordsOf(page);
    console.log(`resting, ${api.done.calls} requests: ${says}`);
    const complete = await page.getByText('complete', { exact: true }).isVisible();
    if (complete || Date.now() > until) return { complete, says };
  }
}

function say(minute, { heap, nodes, listeners }, { calls, created, changed, deleted, faults }) {
  const failed = Object.values(faults).reduce((sum, one) => sum + one, 0);
  console.log(
    `${minute} min: heap ${(heap / 1e6).toFixed(1)} MB, ${nodes} nodes, ${listeners} listeners, ` +
      `${calls} requests, ${failed} of them failed; ${created} created, ${changed} changed, ` +
      `${deleted} deleted`,
  );
}

const wallOf = (page) => page.getByRole('region', { name: 'Wallboard' });

/** Shows the wall, as a person hangs it up. */
async function hangUp(page) {
  await page.getByRole('table', { name: 'Image builds' }).waitFor();
  await page.goto(`${new URL(page.url()).origin}/?lens=wall`);
  await wallOf(page)
    .getByText(/^as of/)
    .waitFor();
}

/** Leaves the wall for the builds, once it has said that it is fresh. */
async function takeDown(page) {
  await wallOf(page)
    .getByText(/^as of/)
    .waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('table', { name: 'Image builds' }).waitFor();
}

async function soak({ minutes, wall }) {
  const { startGateway } = await load('e2e/support/startGateway.ts');
  const { guard } = await load('e2e/support/guards.ts');
  const { idsOnScreen } = await load('e2e/support/idsOnScreen.ts');
  const api = await startRestlessApi(
    {
      ...(await load('src/local-api/startLocalApi.ts')),
      ...(await load('src/local-api/makeBuilds.ts')),
    },
    TOKEN,
  );
  const gateway = await startGateway(['--api', api.origin]);
  const browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const guards = await guard(page, gateway.url, TOKEN);
    guards.allowFailedRequests();
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Performance.enable');
    await page.goto(gateway.url);
    const field = page.getByRole('textbox', { name: 'API token' });
    await field.fill(TOKEN);
    // The call that checks the token may meet a fault as well.
    while (await field.isVisible()) {
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.waitForTimeout(5000);
    }

    if (wall) await hangUp(page);
    const began = Date.now();
    const heaps = [];
    let minute = 0;
    while (Date.now() - began < minutes * 60_000) {
      await page.waitForTimeout(SAMPLE_MS);
      if (!wall) await lookAgain(page);
      const weight = await weigh(devtools);
      heaps.push(weight.heap);
      const passed = Math.floor((Date.now() - began) / 60_000);
      if (passed > minute) say(passed, weight, api.done);
      minute = passed;
    }

    api.rest();
    if (wall) await takeDown(page);
    const expected = new Set(api.ids());
    const end = await waitUntilComplete(page, api);
    const shown = await idsOnScreen(page);
    await guards.inspect();
    const there = new Set(shown);
    return {
      at: new Date().toISOString(),
      minutes,
      wall,
      ...api.done,
      builds: expected.size,
      ...end,
      lost: [...expected].filter((id) => !there.has(id)),
      extra: shown.filter((id, at) => !expected.has(id) || shown.indexOf(id) !== at),
      problems: guards.problems,
      heaps,
      growsSteadily: growsSteadily(heaps),
    };
  } finally {
    await browser.close();
    await gateway.stop();
    await api.close();
  }
}

const options = optionsOf(process.argv.slice(2));
install();
build();
const result = await soak(options);
mkdirSync(RESULTS, { recursive: true });
const file = options.wall ? 'soak-wall.json' : 'soak.json';
writeFileSync(join(RESULTS, file), JSON.stringify(result, null, 2));

const { builds, complete, lost, extra, problems } = result;
console.log(`faults: ${JSON.stringify(result.faults)}`);
console.log(`${complete ? 'complete' : 'NOT complete'} at the end, of ${builds} builds:`);
console.log(`${lost.length} lost ${lost.join(' ')}`);
console.log(`${extra.length} too many ${extra.join(' ')}`);
console.log(`${problems.length} problems ${problems.join('\n')}`);
const grows = { true: 'grows steadily', false: 'does not grow steadily', null: 'was too short' };
console.log(`the heap ${grows[result.growsSteadily]}`);
const good = complete && lost.length + extra.length + problems.length === 0;
process.exitCode = good && result.growsSteadily !== true ? 0 : 1;
