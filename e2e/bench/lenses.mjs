import { typeWord } from './measure.mjs';
import { PAGES } from './pages.mjs';

/** The lenses that are measured, by the link in the navigation, and the table of each. */
const LENSES = [
  { lens: 'errors', link: 'Errors', table: 'Error groups' },
  { lens: 'images', link: 'Images', table: 'Images' },
];
const READ_TIMEOUT_MS = 120_000;
/** Times for which a lens is gone to once all is read. */
const SWITCHES = 5;

/** What is asked of the lenses at 100,000 builds: milliseconds, or a ratio to the builds list. */
const GOALS = {
  switch: { most: 100, words: 'at most 100 ms' },
  keystroke: { most: 1.5, words: 'at most 1.5 times the builds list', ratio: true },
  read: { most: 2000, words: 'within 2,000 ms' },
  longest: { most: 50, words: 'none over 50 ms' },
};

/**
 * Measures the lenses on a tab of `openPage`: once for each run a load on each lens until all is
 * read, then switches to it and letters in the search, each with the longest task it caused.
 *
 * @returns `lens -> figure -> milliseconds`, the builds list among the lenses
 */
export async function measureLenses({ page, url, size }) {
  const figures = { builds: {} };
  for (const { lens, table } of LENSES) {
    await page.goto(`${url}?lens=${lens}`);
    const loaded = await loadedAt(page, size);
    const read = await allRead(page, table);
    figures[lens] = { read: Math.max(0, read - loaded), longestReading: await longest(page, 0) };
    await page.goto('about:blank');
  }
  await page.goto(url);
  await loadedAt(page, size);
  await page.waitForTimeout(1000);
  figures.builds.keystroke = (await typed(page, figures.builds)).keystroke;
  for (const { lens, link, table } of LENSES) {
    const own = figures[lens];
    own.firstSwitch = await goTo(page, link);
    await allRead(page, table);
    const times = [];
    const from = await now(page);
    for (let at = 0; at < SWITCHES; at++) {
      await goTo(page, 'Builds');
      times.push(await goTo(page, link));
    }
    own.longestSwitching = await longest(page, from);
    own.switch = times.filter((one) => one !== null).sort((a, b) => a - b)[SWITCHES >> 1] ?? null;
    own.keystroke = (await typed(page, own)).keystroke;
    await goTo(page, 'Builds');
  }
  await page.goto('about:blank');
  return figures;
}

/** Types a word; the longest task meanwhile is written to `figures`. */
async function typed(page, figures) {
  const from = await now(page);
  const keys = await typeWord(page);
  figures.longestTyping = await longest(page, from);
  return keys;
}

async function goTo(page, link) {
  const target = page.getByRole('navigation', { name: 'Lenses' }).getByRole('link', { name: link });
  await target.hover();
  await page.evaluate(() => window.bench.arm('click'));
  await target.click();
  return page.evaluate(() => window.bench.settled());
}

async function loadedAt(page, size) {
  const timeout = Math.max(READ_TIMEOUT_MS, size);
  await page.waitForFunction(() => window.bench?.load.loaded, null, { timeout });
  return page.evaluate(() => window.bench.load.loaded);
}

/** When the lens's table had rows and nothing was left to be read; from the start of the load. */
async function allRead(page, table) {
  const found = await page.waitForFunction(
    (label) => {
      const rows = document.querySelectorAll(`[aria-label="${label}"] [data-row]`).length;
      const reading = /still to be read/.test(document.querySelector('main')?.textContent ?? '');
      return rows > 0 && !reading ? performance.now() : null;
    },
    table,
    { timeout: READ_TIMEOUT_MS, polling: 'raf' },
  );
  return found.jsonValue();
}

const now = (page) => page.evaluate(() => performance.now());

async function longest(page, from) {
  // The browser tells of a task after it has ended.
  await page.waitForTimeout(300);
  return page.evaluate((start) => window.bench.longestTask(start), from);
}

const ROWS = [
  ['switch', 'switching to it once all is read', GOALS.switch],
  ['firstSwitch', 'the first time', null],
  ['keystroke', 'keystroke in search', GOALS.keystroke],
  ['read', 'all read after the list is complete', GOALS.read],
  ['longestReading', 'longest task while loading and reading (0: none over 50)', GOALS.longest],
  ['longestSwitching', 'longest task while switching', GOALS.longest],
  ['longestTyping', 'longest task while typing', GOALS.longest],
];

/**
 * The figures in Markdown, and which goals are missed.
 *
 * @param {{ date: string, machine: string, runs: number,
 *   sizes: { size: number, medians: Record<string, Record<string, number | null>> }[] }} result
 */
export function writeLenses({ date, machine, runs, sizes }) {
  const count = runs === 1 ? 'One run' : `Medians of ${runs} runs`;
  return [
    `Measured ${date} on ${machine}. ${count}; milliseconds.`,
    ...sizes.flatMap(({ size, medians }) => [
      '',
      `#### Lenses, ${size.toLocaleString('en')} builds`,
      '',
      '| | Builds | Errors | Images | goal at 100,000 builds |',
      '|---|--:|--:|--:|---|',
      ...ROWS.map(([key, label, goal]) => {
        const list = medians.builds[key] ?? null;
        const cells = ['builds', 'errors', 'images'].map((lens) =>
          cellOf(medians[lens][key] ?? null, goal, list),
        );
        return `| ${label} | ${cells.join(' | ')} | ${goal?.words ?? ''} |`;
      }),
    ]),
  ].join('\n');
}

/** A figure; one that misses its goal is bold. */
function cellOf(value, goal, list) {
  if (value === null) return '–';
  const text = Math.round(value).toLocaleString('en');
  const measured = goal?.ratio ? value / list : value;
  return goal && measured > goal.most ? `**${text}**` : text;
}

/** Only the product has lenses. */
export const LENS_PEER = Object.keys(PAGES)[0];
