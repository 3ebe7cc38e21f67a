// @vitest-environment happy-dom
import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { buildOf } from '../../contract/testing/builds.ts';
import { ImageNames } from '../../insights/images/ImageNames.ts';
import { nextTask } from '../../lib/tasks/nextTask.ts';
import { tableOf } from '../../list/testing/tableOf.ts';
import { usePushAgain } from './usePushAgain.ts';

afterEach(cleanup);

function readFacts(count: number) {
  const names = new ImageNames();
  const table = tableOf(
    Array.from({ length: count }, (_, at) =>
      buildOf(`b${at}`, { imageName: `image-${at}`, status: 'FAILED' }),
    ),
  );
  names.facts(table);
  while (!names.work(50)) {
    // Reads the rest.
  }
  return { facts: names.facts(table), rows: Uint32Array.from({ length: count }, (_, row) => row) };
}

it('tells of few builds at once', () => {
  const { facts, rows } = readFacts(3);
  const { result } = renderHook(() => usePushAgain(facts, rows));
  expect(result.current.push?.lines).toHaveLength(3);
});

it('counts many in later tasks, keeps what it said until then, and remembers it', async () => {
  const { facts, rows } = readFacts(5000);
  const some = rows.subarray(0, 4000);
  const { result, rerender } = renderHook((of: Uint32Array) => usePushAgain(facts, of), {
    initialProps: rows,
  });
  expect(result.current.push).toBeNull();
  expect(result.current.fresh().lines).toHaveLength(5000);
  await waitFor(() => expect(result.current.push?.lines).toHaveLength(5000));
  rerender(some);
  expect(result.current.push?.lines).toHaveLength(5000);
  await waitFor(() => expect(result.current.push?.lines).toHaveLength(4000));
  cleanup();
  const again = renderHook(() => usePushAgain(facts, some));
  expect(again.result.current.push?.lines).toHaveLength(4000);
  await act(nextTask);
});
