// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { buildOf } from '../../../contract/testing/builds.ts';
import type { BuildTable } from '../../../list/BuildTable.ts';
import type { Replica } from '../../../replica/createReplica.ts';
import { useReplica } from '../../../replica/useReplica.ts';
import { parseView } from '../../../views/address/parseView.ts';
import { fakeReplica } from '../../keys/testing/fakeReplica.ts';
import type { Marker, MarkingInsight } from './Marker.ts';
import { onePerReplica } from './onePerReplica.ts';
import { MarkersProvider } from './useMarks.ts';
import { useSelection } from './useSelection.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** Calls each second build broken. */
class EverySecond implements MarkingInsight {
  #rows = 0;

  facts(table: BuildTable): number {
    this.#rows = table.rowCount;
    return this.#rows;
  }
  work(): boolean {
    return true;
  }
  mark() {
    const bits = Uint8Array.from({ length: this.#rows }, (_, row) => row % 2);
    return { bits, version: this.#rows, movesWithTime: false };
  }
}

const everySecond = onePerReplica(() => new EverySecond());
const MARKERS: readonly Marker[] = [{ marks: ['broken'], load: async () => everySecond }];

function Page({ replica, search }: { readonly replica: Replica; readonly search: string }) {
  const { selection, pending } = useSelection(replica, useReplica(replica), parseView(search));
  const failed = selection.facets.status.find(({ value }) => value === 'FAILED')?.count ?? 0;
  return (
    <p>
      {`${selection.order.length} of ${selection.total}, ${failed} failed, `}
      {`without: ${selection.withoutClause.join()}${pending ? ', pending' : ''}`}
    </p>
  );
}

async function shown(search: string): Promise<string | null> {
  const replica = fakeReplica([
    buildOf('a', { status: 'FAILED' }),
    buildOf('b', { status: 'FAILED' }),
    buildOf('c'),
    buildOf('d'),
    buildOf('e'),
  ]);
  render(
    <MarkersProvider value={MARKERS}>
      <Page replica={replica} search={search} />
    </MarkersProvider>,
  );
  for (const _ of ['loaded', 'worked out']) {
    await act(() => vi.advanceTimersByTimeAsync(2000));
  }
  return screen.getByText(/failed/).textContent;
}

it('selects what an insight has marked, and counts by it as by any other clause', async () => {
  expect(await shown('?is=broken')).toBe('2 of 5, 1 failed, without: 3');
  cleanup();
  expect(await shown('?is=broken&status=FAILED')).toBe('1 of 5, 1 failed, without: 1,1');
  cleanup();
  expect(await shown('?-is=broken')).toBe('3 of 5, 1 failed, without: 2');
});
