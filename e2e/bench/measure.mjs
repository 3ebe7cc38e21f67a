import { gzipSync } from 'node:zlib';
import { PAGING } from './options.mjs';
import { PAGES } from './pages.mjs';
import { recorder } from './recorder.mjs';

const VIEWPORT = { width: 1440, height: 900 };
/** Of a load: so long, or so much for each build where that is longer. */
const LOAD_TIMEOUT_MS = 120_000;
const LOAD_MS_A_BUILD = 1;
const HOVER_MS = 200;
/** About nine rows of 32 pixels in each frame of 60 Hz. */
const SCROLL = { pixelsPerMs: 18, lastingMs: 2000 };
/** Each letter narrows the list further, at every size. */
const WORD = 'pyte';
const gzipped = new Map();

/** Opens a page in a tab of its own and signs in; the tab is ready for `measureRun`. */
export async function openPage(browser, { peer, origin, size }) {
  const look = PAGES[peer];
  const context = await browser.newContext({ viewport: VIEWPORT });
  const page = await context.newPage();
  await page.addInitScript(recorder, { row: look.row, index: look.index, size });
  const url = origin + look.path;
  await look.signIn(page, url, { token: `bench-${size}`, ...PAGING });
  await loaded(page, size);
  await page.goto('about:blank');
  return { page, look, url, size, close: () => context.close() };
}

function loaded(page, size) {
  const timeout = Math.max(LOAD_TIMEOUT_MS, LOAD_MS_A_BUILD * size);
  return page.waitForFunction(() => window.bench?.load.loaded, null, { timeout });
}

/**
 * One warm load and everything a person then does, each thing once.
 *
 * @returns every figure of the run: milliseconds, megabytes, kilobytes or counts; null where the
 *   page did not answer
 */
export async function measureRun({ page, look, url, size }, api) {
  api.reset();
  await page.goto(url);
  await loaded(page, size);
  await page.waitForTimeout(1000);
  const { scripts, ...load } = await page.evaluate(() => window.bench.loadFigures());
  const asked = await api.stats();
  const figures = {
    ...load,
    scriptKb: await gzippedKb(scripts),
    requests: asked.requests,
    mostInFlight: asked.mostInFlight,
    heapMb: await heapMb(page),
  };

  const scroll = await page.evaluate(
    ({ pixelsPerMs, lastingMs }) => window.bench.scroll(pixelsPerMs, lastingMs),
    SCROLL,
  );
  const keys = await typeWord(page);
  const facet = await click(page, look.facet(page));
  await click(page, look.facet(page));
  const sorts = {
    sortName: await click(page, look.header(page, 'Image')),
    sortReverse: await click(page, look.header(page, 'Image')),
    sortCreated: await click(page, look.header(page, 'Created')),
    sortDuration: await click(page, look.header(page, 'Duration')),
  };
  await page.goto('about:blank');
  return { ...figures, ...scroll, ...keys, facet, ...sorts };
}

async function click(page, target) {
  const box = await target.first().boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.waitForTimeout(HOVER_MS);
  await page.evaluate(() => window.bench.arm('click'));
  await page.mouse.down();
  await page.mouse.up();
  return page.evaluate(() => window.bench.settled());
}

/** Types a word into the search and takes it out: how long its letters took, milliseconds. */
export async function typeWord(page) {
  const box = page.getByRole('searchbox', { name: 'Search builds' });
  await box.click();
  const times = [];
  for (const letter of WORD) {
    await page.evaluate(() => window.bench.arm('keydown'));
    await page.keyboard.press(letter);
    times.push(await page.evaluate(() => window.bench.settled()));
  }
  await page.evaluate(() => window.bench.arm('keydown'));
  await box.press('ControlOrMeta+a');
  await box.press('Backspace');
  await page.evaluate(() => window.bench.settled());
  // Suggestions under the box must not stand over what is clicked next.
  await box.press('Escape');
  await box.blur();
  const answered = times.filter((time) => time !== null).sort((a, b) => a - b);
  return {
    keystroke: answered[Math.floor((answered.length - 1) / 2)] ?? null,
    slowestKeystroke: answered.at(-1) ?? null,
  };
}

/** Live objects after a forced collection, with the array buffers that they hold. */
async function heapMb(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize = 0 } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return (usedSize + backingStorageSize) / 1e6;
}

async function gzippedKb(urls) {
  const sizes = await Promise.all(
    urls.map(async (url) => {
      if (!gzipped.has(url)) {
        const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
        gzipped.set(url, gzipSync(bytes, { level: 9 }).length / 1000);
      }
      return gzipped.get(url);
    }),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** What the answers alone need: the same calls from an empty page that throws the bytes away. */
export async function measureRequests(browser, url, size) {
  const context = await browser.newContext({ bypassCSP: true });
  const page = await context.newPage();
  await page.goto(url);
  const ms = await page.evaluate(askForAll, { token: `bench-${size}`, ...PAGING });
  await context.close();
  return ms;
}

async function askForAll({ token, firstLimit, limit, inFlight }) {
  const begun = performance.now();
  const ask = async (offset, count) => {
    const answer = await fetch(`/api/v1/images/builds?offset=${offset}&limit=${count}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    return answer.arrayBuffer();
  };
  const { total_count: total } = JSON.parse(new TextDecoder().decode(await ask(0, firstLimit)));
  let next = firstLimit;
  const walk = async () => {
    while (next < total) {
      const offset = next;
      next += limit;
      await ask(offset, limit);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, walk));
  return performance.now() - begun;
}
