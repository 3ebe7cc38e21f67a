import { expect, it } from 'vitest';
import { expectLinear, LINEAR_TIMEOUT } from '../lib/testing/expectLinear.ts';
import { answerError } from './answerError.ts';
import { errorDetails } from './errorDetails.ts';
import { maskToken } from './maskToken.ts';
import { parsePage } from './parsePage.ts';
import { readBody } from './readBody.ts';
import { retryAfter } from './retryAfter.ts';
import { artifactOf, buildOf } from './testing/builds.ts';

const TOKEN = 'pit_a/"\\a0123456789abcdef';
const NOW = Date.UTC(2026, 10, 20);

/** A page whose every text is this one. */
function pageOf(text: string): object {
  const part = artifactOf(text, {
    artifactType: text,
    status: text,
    createdAt: text,
    fullImagePath: text,
    errorMessage: text,
  });
  const parts = { imageName: text, imageTag: text, status: text, createdAt: text };
  const build = buildOf(text, { ...parts, artifacts: [part] });
  const flat = { ...buildOf(`${text} flat`), artifacts: undefined, errorMessage: text };
  return { data: [build, build, { ...build, startedAt: text }, flat], status: text };
}

it.each<[string, (text: string) => unknown]>([
  ['the masking of the token', (text) => maskToken(text, TOKEN)],
  ['a failure, as it came', (text) => answerError(500, new Headers(), text, NOW)],
  ['a failure that is limited', (text) => answerError(429, new Headers(), text, NOW)],
  [
    'a failure in JSON',
    (text) =>
      answerError(
        422,
        new Headers({ 'content-type': 'application/json' }),
        JSON.stringify({ errors: [{ param: text, details: text }] }),
        NOW,
      ),
  ],
  ['what a failure says', (text) => errorDetails({ detail: [{ loc: [text], msg: text }] })],
  ['what a failure says by its fields', (text) => errorDetails({ errors: { [text]: [text] } })],
  ['a wait', (text) => retryAfter(text, text, NOW)],
  ['a page', (text) => parsePage(pageOf(text), { offset: 0, limit: 100 })],
])(
  'takes no more than in proportion to its text to read %s',
  (_, read) => {
    expectLinear(read);
  },
  LINEAR_TIMEOUT,
);

it(
  'takes no more than in proportion to its size to read a body of many small pieces',
  async () => {
    const timeOf = async (pieces: number) => {
      const piece = new TextEncoder().encode('\u{1f600}'.repeat(4));
      let left = pieces;
      const body = new ReadableStream<Uint8Array>({
        pull(controller) {
          if (left === 0) controller.close();
          else controller.enqueue(piece);
          left -= 1;
        },
      });
      const before = process.cpuUsage();
      const { text } = await readBody(new Response(body), 1e9);
      const { user, system } = process.cpuUsage(before);
      expect(text).toHaveLength(pieces * 8);
      return (user + system) / 1000;
    };
    await timeOf(2000);
    // Sixteen times the pieces: 16 times as long in proportion, 256 times in proportion to the square.
    const most = (small: number) => Math.max(250, 64 * small);
    let quick = await timeOf(15_000);
    let slow = await timeOf(240_000);
    // What other threads do is counted as well: the best of some pairs counts.
    for (let tried = 1; tried < 6 && slow > most(quick); tried += 1) {
      quick = await timeOf(15_000);
      slow = await timeOf(240_000);
    }
    expect(slow).toBeLessThanOrEqual(most(quick));
  },
  LINEAR_TIMEOUT,
);
