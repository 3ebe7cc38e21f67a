import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { characters } from '../../../lib/testing/characters.ts';
import { runs } from '../../../lib/testing/runs.ts';
import { dockerBuildError } from '../../../local-api/demo/dockerBuildError.ts';
import { randomFrom } from '../../../local-api/demo/random.ts';
import { NO_MESSAGE, readError } from './readError.ts';

const image = 'swe-bench.eval.django-1234';
const read = (text: string | null, name = image) => readError(text, name);
const kinds = (...texts: string[]) => texts.map((text) => read(text).kind);
const same = (...texts: string[]) => expect(new Set(kinds(...texts)).size).toBe(1);
const different = (...texts: string[]) => expect(new Set(kinds(...texts)).size).toBe(texts.length);

const step = (run: string, code: number) =>
  `ERROR: failed to solve: process "/bin/sh -c ${run}" did not complete successfully: exit code: ${code}`;
const torch = 'No matching distribution found for torch==2.9.9';
const buildkit = [
  '#0 building with "default" instance using docker-container driver',
  '#1 [internal] load build definition from Dockerfile',
  '#9 [5/9] RUN pip install -r requirements.txt',
  ...Array.from({ length: 45 }, (_, at) => `#9 ${at}.5 Collecting wheel${at}>=0.38`),
  `#9 47.2 \u001b[31mERROR: ${torch}\u001b[0m`,
  `#9 ERROR: process "/bin/sh -c pip install" did not complete successfully: exit code: 1`,
  '------',
  ' > [5/9] RUN pip install -r requirements.txt:',
  `47.2 ERROR: ${torch}`,
  '------',
  'Dockerfile:12',
  '--------------------',
  '  12 | >>> RUN pip install -r requirements.txt || echo "not found"',
  '--------------------',
  step('pip install -r requirements.txt', 1),
].join('\n');

describe('reading an error', () => {
  it('groups packages by kind and tells them apart by subject (row 1)', () => {
    const one =
      '#9 12.3 ERROR: Could not find a version that satisfies the requirement torch==2.9.9 (from versions: none)';
    const two = `#14 2.1 \u001b[31mERROR: No matching distribution found for django-filter==23.2\u001b[0m\n${step('pip install -e .', 1)}`;
    same(one, two);
    expect([read(one).subject, read(two).subject]).toEqual(['torch', 'django-filter']);
  });

  it('finds the cause of a long BuildKit text, and of its bare line (row 2)', () => {
    expect(read(buildkit)).toMatchObject({
      kind: read(torch).kind,
      subject: 'torch',
      line: `ERROR: ${torch}`,
      lineNumber: 53,
      by: 'cause in the failing step',
    });
    expect(read(torch).subject).toBe('torch');
  });

  it('does not group by a first line that all share (row 3)', () => {
    different(
      buildkit,
      buildkit.replaceAll(
        `ERROR: ${torch}`,
        "E: Package 'libssl1.1' has no installation candidate",
      ),
    );
  });

  it('shrinks commands to their programs (row 4) and keeps exit codes (row 5)', () => {
    same(step('make -j8', 1), step('make -j4 all', 1));
    different(step('make', 1), step('make', 127), step('make', 137));
  });

  it('masks image references and keeps the status of HTTP (row 6)', () => {
    const push = (ref: string, status: string) =>
      `failed to push ${ref}: unexpected status from PUT request: ${status}`;
    same(push('a:1', '503 Service Unavailable'), push('b:v3', '503 Service Unavailable'));
    different(push('a:1', '503 Service Unavailable'), push('a:1', '500 Internal Server Error'));
  });

  it('tells base images apart by subject, and missing from forbidden (row 7)', () => {
    const [one, two, three] = [
      'failed to pull base image docker.io/swebench/x-1:latest: not found',
      'failed to pull base image python:3.7-slim: not found',
      'failed to pull base image ghcr.io/a/b: unauthorized',
    ] as const;
    same(one, two);
    expect(read(one).subject).toBe('docker.io/swebench/x-1:latest');
    expect(read(two).subject).toBe('python:3.7-slim');
    different(one, three);
  });

  it('masks digests and keeps the host of a URL (row 8)', () => {
    const limited = (digest: string, host = 'registry-1.docker.io') =>
      `failed to copy: httpReadSeeker: failed open: unexpected status code https://${host}/v2/library/python/manifests/sha256:${digest}: 429 Too Many Requests`;
    same(limited('536a1b2c'.repeat(8)), limited('58c0a1b2'.repeat(8)));
    different(limited('536a1b2c'.repeat(8)), limited('536a1b2c'.repeat(8), 'ghcr.io'));
  });

  it('tells a slow resolver from an unknown host (row 9)', () => {
    const lookup = 'dial tcp: lookup registry on 10.0.0.2:53: ';
    different(`${lookup}read udp 10.0.9.8:4431->10.0.0.2:53: i/o timeout`, `${lookup}no such host`);
  });

  it('masks addresses with their ports (row 10)', () => {
    const reset = (from: string) => `read tcp ${from}->104.18.1.2:443: connection reset by peer`;
    same(reset('172.17.0.3:42364'), reset('10.0.9.8:51112'));
  });

  it('masks the place in a source file and keeps the message (row 11)', () => {
    const cc = (at: string, says: string) => `src/core/vector.cc:${at}: error: ${says}`;
    same(
      cc('214:17', "'uint32_t' does not name a type"),
      cc('877:17', "'uint32_t' does not name a type"),
    );
    different(cc('1:1', "'uint32_t' does not name a type"), cc('1:1', "expected ';' before '}'"));
  });

  it('masks durations (row 12)', () => {
    same('no terminal status after 1800s', 'no terminal status after 3000s');
  });

  it('keeps digits that belong to a word (row 13)', () => {
    different("'utf-8' codec failed", "'utf-16' codec failed", 'x86_64 failed', 'x86_32 failed');
  });

  it('masks the own name only when no message holds it by chance (row 14)', () => {
    expect(read('/bin/sh: python: command not found', 'python').subject).toBe('python');
    expect(read('cannot open python here', 'python').kind).toContain('python');
    expect(read('cannot open app-1 here', 'app-1').kind).toBe('cannot open <image> here');
    expect(read('cannot open app-12 here', 'app-1').kind).toBe('cannot open app-12 here');
  });

  it.each(['', null, '  \n\t ', '\u0007\u001b[0m'])('calls %j no message (row 15)', (text) => {
    expect(read(text)).toMatchObject({ kind: NO_MESSAGE, line: '', lineNumber: 0, subject: null });
  });

  const hostile = [
    'a',
    '/a',
    'a.',
    'a:1',
    'a@b.',
    '\n',
    '\r',
    ' ',
    '"',
    '\u001b]',
    '\u0090',
    '\u001b[',
    '> [',
    'process "',
    'error: a/b.c:1 ',
    'warning: not found\n',
  ];
  it.each(hostile)('reads 2 MB of %j in the time of five passes over it (row 16)', (part) => {
    const text = part.repeat(2_000_000 / part.length);
    // A pass takes 5 to 10 ms where 50 are asked for; what is quadratic takes minutes.
    const passes = 5 * leastTime(() => lettersOf(text));
    expect(leastTime(() => read(text))).toBeLessThan(Math.max(50, passes));
  });

  it('never throws, says the same each time, and a line that is there', () => {
    const part = fc.oneof(
      fc.string({ unit: characters, maxLength: 20 }),
      fc.constantFrom(
        ...hostile,
        buildkit,
        step('make', 2),
        image,
        'fatal: ',
        '429',
        '::',
        '<image>',
      ),
    );
    const texts = fc.array(part, { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, part, (text, name) => {
        const reading = readError(text, name);
        expect(readError(text, name)).toEqual(reading);
        expect(reading.kind).not.toBe('');
        expect(reading.fingerprint).toMatch(/^[0-9a-f]{16}$/);
        const lines = text.split(/\r\n|[\r\n]/);
        expect(reading.lineNumber).toBeLessThanOrEqual(lines.length);
      }),
      { numRuns: runs(500) },
    );
  });

  it('gives the number of the line in the whole text, however long', () => {
    const long = `${'filling line\r\n'.repeat(50_000)}fatal: it broke\r\nbye`;
    expect(read(long)).toMatchObject({ line: 'fatal: it broke', lineNumber: 50_001 });
  });

  it('reads each way a local build fails by its own line', () => {
    const random = randomFrom(3, 'reading');
    for (let run = 0; run < 200; run += 1) {
      const text = dockerBuildError(random, { name: image, tag: 'v1' });
      const { line, lineNumber, by } = read(text);
      expect(by).toBe('cause in the failing step');
      expect(text.split('\n')[lineNumber - 1]).toBe(line);
    }
  });
});

/** The least time of the processor, of some tries: other work of the machine is not counted. */
function leastTime(work: () => unknown): number {
  let least = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < 4; tries += 1) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

/** One pass over a text, letter by letter. */
function lettersOf(text: string): number {
  let sum = 0;
  for (let at = 0; at < text.length; at += 1) sum += text.charCodeAt(at);
  return sum;
}
