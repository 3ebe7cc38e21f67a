// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { buildOf } from '../../../contract/testing/builds.ts';
import type { BuildTable } from '../../../list/BuildTable.ts';
import type { Clause } from '../../../list/Query.ts';
import type { Replica } from '../../../replica/createReplica.ts';
import { listOf } from '../../../replica/testing/listOf.ts';
import { fakeReplica } from '../../keys/testing/fakeReplica.ts';
import type { Marker, MarkingInsight } from './Marker.ts';
import { onePerReplica } from './onePerReplica.ts';
import { MarkersProvider, useMarks } from './useMarks.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** Marks each row whose number the key divides, once it was worked out. */
class Multiples implements MarkingInsight {
  #rows = 0;
  #known = 0;

  facts(table: BuildTable): number {
    this.#rows = table.rowCount;
    return this.#rows;
  }
  work(): boolean {
    this.#known = this.#rows;
    return true;
  }
  mark(_: string, key: string) {
    const by = Number(key);
    if (!(by > 0)) return null;
    const bits = Uint8Array.from({ length: this.#known }, (_, row) => (row % by === 0 ? 1 : 0));
    return { bits, version: this.#known, movesWithTime: false };
  }
}

const marked = (mark: string): Clause => ({ kind: 'marked', mark, key: '2', not: false });
const load = vi.fn(async () => onePerReplica(() => new Multiples()));
const MARKERS: readonly Marker[] = [{ marks: ['multiple'], load }];

interface PageProps {
  readonly replica: Replica;
  readonly clauses: readonly Clause[];
  readonly version?: number;
}

function Page({ replica, clauses, version = 1 }: PageProps) {
  const { marks, pending } = useMarks({ clauses, sort: [] }, replica, version, 0);
  const shown = ['multiple 2', 'multiple 0', 'other 2'].map((name) => {
    const [mark = '', key = ''] = name.split(' ');
    return `${name}: ${marks(mark, key)?.bits.join('') ?? 'unknown'}`;
  });
  return <p>{[...shown, ...(pending ? ['pending'] : [])].join(', ')}</p>;
}

const page = (props: PageProps) => (
  <MarkersProvider value={MARKERS}>
    <Page {...props} />
  </MarkersProvider>
);
const said = () => screen.getByText(/multiple/).textContent;
/** What was loaded is drawn, then what was worked out. */
async function settle() {
  await act(() => vi.advanceTimersByTimeAsync(2000));
  await act(() => vi.advanceTimersByTimeAsync(2000));
}

it('loads and works out the marks that a filter names, then hands them over', async () => {
  const replica = fakeReplica([buildOf('a'), buildOf('b'), buildOf('c')]);
  render(page({ replica, clauses: [marked('multiple')] }));
  expect(said()).toBe('multiple 2: unknown, multiple 0: unknown, other 2: unknown, pending');
  await settle();
  expect(said()).toBe('multiple 2: 101, multiple 0: unknown, other 2: unknown');
});

it('works out anew what came since', async () => {
  const list = listOf([buildOf('a')]);
  const replica = fakeReplica([], {}, list);
  const clauses = [marked('multiple')];
  const { rerender } = render(page({ replica, clauses }));
  await settle();
  list.store.apply([buildOf('b'), buildOf('c')], 2);
  rerender(page({ replica, clauses, version: 2 }));
  await settle();
  expect(said()).toContain('multiple 2: 101');
});

it('loads nothing for a filter without marks, and waits for none that nobody makes', async () => {
  load.mockClear();
  const replica = fakeReplica([buildOf('a')]);
  render(page({ replica, clauses: [marked('other')] }));
  await settle();
  expect(load).not.toHaveBeenCalled();
  expect(said()).toBe('multiple 2: unknown, multiple 0: unknown, other 2: unknown');
});
