// npm run bench:timeline -- [--size 100000]: what the timeline costs while one types and drags.
import '../../src/gateway/demandNode.mjs';
import { chromium } from '@playwright/test';
import { BROWSER_FLAGS } from '../browserFlags.mjs';
import { findBrowser } from '../findBrowser.mjs';
import { buildLocalApi, buildProduct } from './build.mjs';
import { startApi, startProduct } from './serve.mjs';

/** Each letter narrows the list further; the first one waits for the next, by design. */
const WORD = 'pyte';
/** The word is typed so often. The first time, the browser has compiled nothing of it yet. */
const WORDS = 6;
const DRAG_MS = 2000;
const GOALS = { keystroke: 50, frames: 55, task: 50 };

const at = process.argv.indexOf('--size');
const size = at < 0 ? 100_000 : Number(process.argv[at + 1]);
if (!Number.isSafeInteger(size) || size < 1) throw new Error('Give --size a count of builds.');

const started = [];
try {
  const api = await startApi(await buildLocalApi(), [size]);
  started.push(api);
  const product = await startProduct(buildProduct(), api.origin);
  started.push(product);
  const browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: BROWSER_FLAGS,
  });
  started.push({ stop: () => browser.close() });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.addInitScript(watch);
  await page.goto(`${product.origin}/?timeline=1`);
  await page.getByRole('textbox', { name: 'API token' }).fill(`bench-${size}`);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page
    .getByText('complete', { exact: true })
    .waitFor({ state: 'attached', timeout: Math.max(120_000, size * 2) });
  await page.waitForTimeout(2000);
  print(await typed(page), await dragged(page));
} finally {
  for (const one of started.reverse()) await one.stop();
}

/** From each key to the paint of the bars it changed, milliseconds. */
async function typed(page) {
  const box = page.getByRole('searchbox', { name: 'Search builds' });
  await box.click();
  // The first key asks for what suggests, and is no measure of the bars.
  await page.keyboard.press('x');
  await page.waitForTimeout(1500);
  await box.fill('');
  await page.waitForTimeout(1000);
  await page.evaluate(() => window.timeline.begin());
  const words = [];
  for (let word = 0; word < WORDS; word += 1) {
    const times = [];
    for (const letter of WORD) {
      await page.evaluate(() => window.timeline.arm());
      await page.keyboard.press(letter);
      times.push(await page.evaluate(() => window.timeline.drawn()));
    }
    words.push(times);
    await box.fill('');
    await page.waitForTimeout(1000);
  }
  const { longest } = await page.evaluate(() => window.timeline.end());
  const followers = words.map(([, ...times]) => times.filter((time) => time !== null));
  return {
    all: sorted(followers.flat()),
    first: sorted(followers[0]),
    starts: sorted(words.map(([start]) => start).filter((time) => time !== null)),
    longest,
  };
}

function sorted(times) {
  return times.toSorted((a, b) => a - b);
}

function medianOf(times) {
  return times[times.length >> 1] ?? Number.NaN;
}

/** A drag there and back over the bars. */
async function dragged(page) {
  const plot = await page.getByRole('slider', { name: 'Range of time' }).boundingBox();
  const y = plot.y + plot.height / 2;
  const x = (share) => plot.x + plot.width * share;
  await page.mouse.move(x(0.5), y);
  await page.mouse.down();
  await page.evaluate(() => window.timeline.begin());
  const until = performance.now() + DRAG_MS;
  for (let step = 0; performance.now() < until; step += 1) {
    await page.mouse.move(x(0.5 + 0.48 * Math.sin(step / 20)), y);
  }
  const figures = await page.evaluate(() => window.timeline.end());
  await page.keyboard.press('Escape');
  await page.mouse.up();
  return figures;
}

function print(keys, drag) {
  const line = (name, value, unit, met) =>
    console.log(
      `${name.padEnd(48)} ${value.toFixed(1).padStart(8)} ${unit}${met ? '' : '  missed'}`,
    );
  const { all, first, starts } = keys;
  const median = medianOf(all);
  console.log(`Timeline over ${size.toLocaleString('en')} builds`);
  line(`key to bars drawn, median of ${all.length}`, median, 'ms', median <= GOALS.keystroke);
  line('key to bars drawn, slowest', all.at(-1), 'ms', true);
  line('key to bars drawn, median of the first word', medianOf(first), 'ms', true);
  line('first letter, with its rest of 700 ms, median', medianOf(starts), 'ms', true);
  line('longest task while typing', keys.longest, 'ms', keys.longest <= GOALS.task);
  line('frames a second while dragging', drag.frames, '', drag.frames >= GOALS.frames);
  line('longest task while dragging', drag.longest, 'ms', drag.longest <= GOALS.task);
}

/** Sent to the browser as text, so it uses nothing from outside. */
function watch() {
  const tasks = [];
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) tasks.push(task.duration);
  }).observe({ type: 'longtask', buffered: true });
  const QUIET_MS = 400;
  let frames = 0;
  let begun = 0;
  const count = () => {
    frames += 1;
    requestAnimationFrame(count);
  };
  requestAnimationFrame(count);
  let answer = Promise.resolve(null);
  window.timeline = {
    begin() {
      tasks.length = 0;
      frames = 0;
      begun = performance.now();
    },
    end: () => ({
      frames: (frames * 1000) / (performance.now() - begun),
      longest: Math.max(0, ...tasks),
    }),
    arm() {
      const bars = document.querySelector('figure[aria-label="Builds over time"] svg');
      answer = new Promise((resolve) => {
        let from = null;
        let painted = null;
        addEventListener('keydown', (event) => (from = event.timeStamp), {
          once: true,
          capture: true,
        });
        const observer = new MutationObserver(() =>
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => (painted = performance.now());
            port2.postMessage(null);
          }),
        );
        observer.observe(bars, { attributes: true, subtree: true });
        const wait = () => {
          const now = performance.now();
          if (from === null || now - (painted ?? from) < (painted === null ? 4 : 1) * QUIET_MS) {
            setTimeout(wait, 50);
            return;
          }
          observer.disconnect();
          resolve(painted === null ? null : painted - from);
        };
        wait();
      });
    },
    drawn: () => answer,
  };
}
