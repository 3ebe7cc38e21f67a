import { LATENCY_MS, PAGING } from './options.mjs';
import { PAGES } from './pages.mjs';
import { compareReaches } from './reach.mjs';

/** The rows of the table: figure, name, digits after the point. */
const FIGURES = [
  ['scriptKb', 'JavaScript before the first rows, kB gz', 0],
  ['firstRows', 'first rows, ms', 0],
  ['loaded', 'all rows loaded, ms', 0],
  ['blocked', 'blocked while loading, ms', 0],
  ['longestTask', 'longest task while loading, ms (0: none over 50)', 0],
  ['requests', 'requests made', 0],
  ['heapMb', 'heap after loading, MB', 1],
  ['sortName', 'sort by name, ms', 0],
  ['sortReverse', 'reverse that sort, ms', 0],
  ['sortCreated', 'sort by created, ms', 0],
  ['sortDuration', 'sort by duration, ms', 0],
  ['keystroke', 'keystroke in search, ms', 0],
  ['slowestKeystroke', 'slowest keystroke, ms', 0],
  ['facet', 'click on a status, ms', 0],
  ['fps', 'fast scroll, frames a second', 0],
  ['late', 'frames over 16.7 ms', 0],
  ['veryLate', 'frames over 33 ms', 0],
  ['blankShare', 'blank rows, share', 3],
];

/** The middle value, the mean of the two middle ones for an even count; null for none. */
function median(values) {
  const sorted = values.filter((value) => Number.isFinite(value)).sort((a, b) => a - b);
  if (sorted.length === 0) return null;
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2;
}

/** `peer -> figure -> median` of one size's runs. */
export function mediansOf(runs) {
  return Object.fromEntries(
    Object.entries(runs).map(([peer, all]) => {
      const figures = Object.keys(all[0] ?? {});
      return [
        peer,
        Object.fromEntries(figures.map((key) => [key, median(all.map((one) => one[key]))])),
      ];
    }),
  );
}

/**
 * The whole report in Markdown.
 *
 * @param {{ date: string, machine: string, runs: number,
 *   sizes: { size: number, medians: Record<string, Record<string, number | null>> }[] }} result
 */
export function writeReport({ date, machine, runs, sizes }) {
  return [
    `Measured ${date} on ${machine}. Medians of ${runs} runs, pages taken in turn, warm loads;`,
    `in brackets the ratio to Image Builds.`,
    ...sizes.flatMap(({ size, medians }) => [
      '',
      `#### ${size.toLocaleString('en')} builds`,
      '',
      ...tableOf(medians),
      '',
      requestsLine(medians.requests),
    ]),
    ...reachSection(sizes),
    '',
    ...NOTES,
  ].join('\n');
}

/** What the README of the whole shows: these figures, at the largest size. */
const SUMMARY = new Set([
  'scriptKb',
  'firstRows',
  'loaded',
  'blocked',
  'longestTask',
  'heapMb',
  'sortName',
  'sortCreated',
  'keystroke',
  'fps',
]);

/** The figures of the largest size that say most, in Markdown. */
export function writeSummary({ date, sizes }) {
  const { size, medians } = sizes.at(-1);
  return [
    `At ${size.toLocaleString('en')} builds, measured ${date}; in brackets the ratio to Image Builds.`,
    '',
    ...tableOf(
      medians,
      FIGURES.filter(([key]) => SUMMARY.has(key)),
    ),
  ].join('\n');
}

function tableOf(medians, figures = FIGURES) {
  const peers = Object.keys(PAGES).filter((peer) => peer in medians);
  return [
    `| | ${peers.map((peer) => PAGES[peer].name).join(' | ')} |`,
    `|---|${peers.map(() => '--:|').join('')}`,
    ...figures.map(([key, label, digits]) => {
      const ours = medians.ours?.[key] ?? null;
      const cells = peers.map((peer) =>
        cellOf(medians[peer][key] ?? null, peer === 'ours' ? null : ours, digits),
      );
      return `| ${label} | ${cells.join(' | ')} |`;
    }),
  ];
}

function cellOf(value, ours, digits) {
  if (value === null) return '–';
  const text = numberText(value, digits);
  return ours === null || ours === 0 ? text : `${text} (${numberText(value / ours, 1)})`;
}

function numberText(value, digits) {
  return value.toLocaleString('en', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

function requestsLine(requests) {
  if (!requests) return '';
  return (
    `The requests alone (a bare loop, pages of ${numberText(PAGING.limit, 0)}, ${PAGING.inFlight} in flight): ` +
    `${numberText(requests.loadedFromFirstRequest, 0)} ms through a page's own origin.`
  );
}

function reachSection(sizes) {
  const largest = sizes.at(-1);
  // The targets are those of a list beside other pages.
  if (!largest?.medians.ours || !largest.medians.plain) return [];
  const of = (peer, figure) => largest.medians[peer]?.[figure] ?? null;
  const reaches = compareReaches(of);
  const count = reaches.filter(({ met }) => met).length;
  return [
    '',
    `#### Reach at ${largest.size.toLocaleString('en')} builds: ${count} of ${reaches.length} met`,
    '',
    '| target | measured | bound | |',
    '|---|--:|--:|---|',
    ...reaches.map(
      (one) =>
        `| ${one.label} | ${shortText(one.value)} | ${shortText(one.bound)} | ${verdictOf(one)} |`,
    ),
  ];
}

function shortText(value) {
  if (value === null) return '–';
  return numberText(value, value < 1 ? 3 : value < 100 ? 1 : 0);
}

function verdictOf({ met, missedBy }) {
  if (met === null) return 'not applicable';
  if (met) return 'met';
  return missedBy === null ? 'missed' : `missed by ${numberText(missedBy * 100, 0)} %`;
}

const NOTES = [
  `- Every page reads the same API (${LATENCY_MS} ms added to each answer) through one more hop on its own origin, each load in a browser process of its own: a page of ${PAGING.firstLimit}, then pages of ${numberText(PAGING.limit, 0)}, ${PAGING.inFlight} in flight. Rows of 32 px in a window of 1,440 by 900.`,
  '- Sorts, keystrokes and clicks: from the time stamp of the real input event to the last frame that changed the count or the first rows, after its paint. Each is done once after each load, so nothing is sorted beforehand. A keystroke is the median over the letters of one word.',
  '- Blocked: what tasks last beyond 50 ms, summed, from the navigation to half a second after the last row.',
  '- Heap: live JavaScript objects and array buffers after a forced collection.',
  '- Fast scroll: 18 px a millisecond for two seconds; the gaps between animation frames, with 1 ms of tolerance; blank rows are looked for in each frame after layout.',
  '- AG Grid adds each page by an asynchronous transaction and keeps its quick-filter cache; the recipe appends each page to its state, as its documentation shows; the plain page keeps only what its columns show.',
];
