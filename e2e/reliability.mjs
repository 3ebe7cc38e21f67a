// `npm run reliability`: what the last runs of the other commands showed, as a table. Each figure is
// counted in what a run left in test-results; without that the line is the one that e2e/README.md
// has, with its day, or says "not run". With `-- --write` the table goes into e2e/README.md, and its
// first lines into README.md.
import '../src/gateway/demandNode.mjs';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ROOT } from '../src/gateway/prepare.mjs';
import { readBlock, writeBlock } from './block.mjs';
import { readClaims } from './claims.mjs';
import { ROOMS } from './mutation/rooms.mjs';
import { readRuns } from './properties.mjs';
import { browserTests } from './testReports.mjs';

const RESULTS = join(ROOT, 'test-results');
const SHORT = join(ROOT, 'README.md');
const WHOLE = join(ROOT, 'e2e', 'README.md');
const BLOCK = 'reliability';
const ESCAPES = new RegExp(`${String.fromCharCode(27)}\\[[\\d;]*m`, 'g');

/** What stands in a result file, and the day it was written; null when there is none. */
function result(name) {
  const path = join(RESULTS, name);
  if (!existsSync(path)) return null;
  const day = statSync(path).mtime.toISOString().slice(0, 10);
  return { day, report: JSON.parse(readFileSync(path, 'utf8')) };
}

const number = (value) => value.toLocaleString('en');
const plural = (count, one, many) => `${number(count)} ${count === 1 ? one : many}`;

/** The outcomes of a table of tests in the unit tests' report: how many passed, of how many. */
function outcomes({ testResults }, file, title) {
  const tests = testResults
    .filter(({ name }) => name.replaceAll('\\', '/').endsWith(file))
    .flatMap(({ assertionResults }) => assertionResults)
    .filter((test) => test.title.startsWith(title));
  const passed = tests.filter(({ status }) => status === 'passed').length;
  return tests.length === 0 ? null : `${number(passed)} of ${number(tests.length)} held`;
}

/** What the guards of the browser tests found: a failing test quotes it. */
function leaks(report) {
  const tests = browserTests(report);
  const said = tests
    .flatMap(({ results }) => results)
    .flatMap(({ errors }) => errors)
    .map(({ message = '' }) => message.replace(ESCAPES, ''))
    .join('\n');
  const tokens = said.match(/"token in [^"]+"/g) ?? [];
  const violations = said.match(/policy violation: /g) ?? [];
  const failed = report.stats.unexpected + report.stats.flaky;
  return (
    `${plural(tokens.length, 'leak', 'leaks')}, ${plural(violations.length, 'violation', 'violations')} ` +
    `in ${number(tests.length)} tests, ${number(failed)} of them failed`
  );
}

function lostBuilds({ complete, lost, extra, problems, builds, minutes, calls, faults, ...rest }) {
  const failed = Object.values(faults).reduce((sum, one) => sum + one, 0);
  const changes = rest.created + rest.changed + rest.deleted;
  return (
    `${number(lost.length)} lost, ${number(extra.length)} too many of ${number(builds)}, ` +
    `${plural(problems.length, 'problem', 'problems')}, after ${minutes} min, ` +
    `${number(changes)} changes, ${number(calls)} calls, ${number(failed)} of them failed` +
    (complete ? '' : '; the page never said that it was complete')
  );
}

const MEGABYTE = 1e6;

/** What a wall weighs once it is warm, and in the end. */
function standing({ heaps, growsSteadily, ...rest }) {
  const warm = heaps[Math.floor(heaps.length / 4)] ?? 0;
  const [first, last] = [warm, heaps.at(-1) ?? 0].map((heap) => (heap / MEGABYTE).toFixed(1));
  const grows = growsSteadily ? ', grows steadily' : '';
  return `${lostBuilds(rest)}; heap ${first} MB when warm, ${last} MB in the end${grows}`;
}

/** Killed or timed out, of all that were tried: Stryker's own mutation score. */
function score({ files }) {
  const mutants = Object.values(files).flatMap((file) => file.mutants);
  const count = (...states) => mutants.filter(({ status }) => states.includes(status)).length;
  const noticed = count('Killed', 'Timeout');
  const tried = noticed + count('Survived', 'NoCoverage');
  if (tried === 0) return null;
  return `${((100 * noticed) / tried).toFixed(1)} % of ${number(tried)} breaks noticed`;
}

function properties(report) {
  const { properties: count, runs, fewest } = readRuns(report);
  if (count === 0) return null;
  const failed = report.numFailedTests;
  return (
    `${number(count)} held, ${number(runs)} runs, ${number(fewest)} or more of each` +
    (failed > 0 ? `, ${plural(failed, 'test', 'tests')} failed` : '')
  );
}

function wholeRuns({ runs }) {
  const good = runs.filter((run) => run.good);
  const fewest = Math.min(...runs.map(({ passed }) => passed));
  const longest = Math.max(...runs.map(({ seconds }) => seconds));
  const failed = new Set(runs.flatMap((run) => run.failed));
  return (
    `${number(good.length)} of ${number(runs.length)} passed, ${number(fewest)} or more tests in each, ` +
    `${plural(failed.size, 'test', 'tests')} ever failed, at most ${(longest / 60).toFixed(1)} min`
  );
}

/** The tests in other browsers, and which of these were not run. */
function otherBrowsers(ran) {
  return Object.entries(ran)
    .map(([engine, result]) =>
      result
        ? `${number(result.passed)} of ${number(result.passed + result.failed)} passed in ${result.browser}`
        : `${engine === 'webkit' ? 'WebKit' : 'Firefox'} not run`,
    )
    .join('; ');
}

/** The line that e2e/README.md has. */
function known(what) {
  const row = readBlock(WHOLE, BLOCK)
    ?.split('\n')
    .find((text) => text.startsWith(`| ${what} | `));
  const [, , figure, , day] = row?.split('|').map((cell) => cell.trim()) ?? [];
  return day ? { figure, day } : null;
}

/** A line of the table, from a result file, by what reads its figure. */
function line(what, command, file, read) {
  const found = result(file);
  const figure = found && read(found.report);
  const { figure: shown, day } = figure
    ? { figure, day: found.day }
    : (known(what) ?? { figure: 'not run', day: '' });
  return [what, shown, command, day];
}

function catalogueLine({ path, claims, problems }) {
  const without = problems.length > 0 ? `, ${plural(problems.length, 'problem', 'problems')}` : '';
  return [`sentences of \`${path}\``, `${number(claims)}, each with a test${without}`, '', ''];
}

const mutationLines = ROOMS.map((room) =>
  line(
    `mutation score of \`${room}\``,
    'npm run test:mutation',
    join('mutation', `${basename(room)}.json`),
    score,
  ),
);

const matrix = ['src/gateway/matrix.test.ts', 'is one kind of failure'];
const doors = ['src/gateway/doors.test.ts', 'is refused, and nothing goes up'];
const lines = [
  line('faulty answers', 'npm test', 'unit.json', (report) => outcomes(report, ...matrix)),
  ...readClaims().map(catalogueLine),
  line('hostile requests', 'npm test', 'unit.json', (report) => outcomes(report, ...doors)),
  line('properties', 'npm run test:deep', 'deep.json', properties),
  line('token leaks, policy violations', 'npm test', 'e2e.json', leaks),
  line('whole runs in a row', 'npm run test:repeat', 'repeat.json', wholeRuns),
  line('other browsers', 'npm run test:browsers', 'browsers.json', otherBrowsers),
  line('lost builds', 'npm run soak', 'soak.json', lostBuilds),
  line('a wall that stands', 'npm run soak -- --wall', 'soak-wall.json', standing),
  ...mutationLines,
];
/** What a reader of README.md wants to know first. */
const FIRST = [
  'faulty answers',
  'hostile requests',
  'token leaks, policy violations',
  'whole runs in a row',
  'other browsers',
  'lost builds',
];

function tableOf(rows) {
  const head = ['| what | figure | shown by | on |', '|---|---|---|---|'];
  const body = rows.map(
    ([what, figure, command, day]) =>
      `| ${what} | ${figure} | ${command && `\`${command}\``} | ${day} |`,
  );
  return [...head, ...body].join('\n');
}

console.log(tableOf(lines));
if (process.argv.includes('--write')) {
  writeBlock(WHOLE, BLOCK, tableOf(lines));
  writeBlock(SHORT, BLOCK, tableOf(lines.filter(([what]) => FIRST.includes(what))));
}
