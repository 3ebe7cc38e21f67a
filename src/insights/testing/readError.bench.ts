import { bench, describe } from 'vitest';
import { failure } from '../../local-api/demo/failureMessage.ts';
import { imagesOfPush } from '../../local-api/demo/imageNames.ts';
import { randomFrom } from '../../local-api/demo/random.ts';
import { readError } from '../errors/text/readError.ts';

/** `npx vitest bench src/insights/errors`: 0.4 s, 0.6 s and 30 ms are aimed at. */
const once = { iterations: 5, time: 0, warmupIterations: 1, warmupTime: 0 };
const random = randomFrom(1, 'bench');
const image = () => imagesOfPush(random, 3)[0] ?? { name: 'app', tag: 'v1' };

/** Distinct texts of a cause each, brought to a length by lines of a log. */
function textsOf(count: number, length: number): { text: string; name: string }[] {
  return Array.from({ length: count }, (_, at) => {
    const made = image();
    let text = failure(random).message(made);
    for (let line = 0; text.length < length; line += 1) {
      text = `#7 ${line}.2 Get:${line} http://archive.ubuntu.com/ubuntu jammy InRelease ${at}\n${text}`;
    }
    return { text: text.slice(-length), name: made.name };
  });
}

function shortTexts(count: number): { text: string; name: string }[] {
  return Array.from({ length: count }, (_, at) => {
    const { name, tag } = image();
    const text = [
      `write /var/lib/buildkit/snapshots/${at}/fs/layer.tar: no space left on device`,
      `failed to push prime-registry/${name}:${tag}: unexpected status from PUT request: 503 Service Unavailable`,
      `failed to pull base image docker.io/swebench/${name}:${at}: not found`,
      `no terminal status after ${at}s`,
    ][at % 4];
    return { text: text ?? '', name };
  });
}

describe('reading errors', () => {
  const long = textsOf(20_000, 4096);
  bench(
    '20,000 distinct texts of 4 KB',
    () => {
      for (const { text, name } of long) readError(text, name);
    },
    once,
  );
  const short = shortTexts(100_000);
  bench(
    '100,000 short texts',
    () => {
      for (const { text, name } of short) readError(text, name);
    },
    once,
  );
  const hostile = [
    'a',
    '/a',
    '\n',
    ' ',
    'a.',
    'a:1',
    '<image>',
    'not found ',
    'error: ',
    '\u0090',
    '\u001b]',
    '1.',
    'a@b.',
    '"',
    'process "',
  ];
  for (const part of hostile) {
    const text = part.repeat(2_000_000 / part.length);
    bench(`2 MB of ${JSON.stringify(part)}`, () => void readError(text, 'swe-bench.eval-1'), once);
  }
});
