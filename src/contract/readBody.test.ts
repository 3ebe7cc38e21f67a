import { expect, it } from 'vitest';
import { readBody } from './readBody.ts';

/** A body that comes in these parts, and breaks off after them where that is asked for. */
function bodyOf(parts: readonly string[], breaks = false): Response {
  const left = [...parts];
  return new Response(
    new ReadableStream({
      pull(controller) {
        const part = left.shift();
        if (part !== undefined) controller.enqueue(new TextEncoder().encode(part));
        else if (breaks) controller.error(new Error('reset'));
        else controller.close();
      },
    }),
  );
}

it('reads a body whole, also where there is none', async () => {
  expect(await readBody(bodyOf(['one, ', 'two']), 100)).toEqual({ text: 'one, two', end: 'whole' });
  expect(await readBody(new Response(null), 100)).toEqual({ text: '', end: 'whole' });
});

it('reads as many bytes as it may, and of a larger body the parts before', async () => {
  expect(await readBody(bodyOf(['one', 'twö']), 7)).toEqual({ text: 'onetwö', end: 'whole' });
  expect(await readBody(bodyOf(['a', 'b', 'twö']), 5)).toEqual({ text: 'ab', end: 'large' });
});

it('keeps what came of a body that breaks off', async () => {
  expect(await readBody(bodyOf(['one, ', 'two'], true), 100)).toEqual({
    text: 'one, two',
    end: 'broken',
  });
});
