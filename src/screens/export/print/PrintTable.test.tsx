// @vitest-environment happy-dom
import { act, cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Build } from '../../../contract/build.ts';
import { rowsOf } from '../../../replica/testing/listOf.ts';
import { EMPTY_VIEW } from '../../../views/address/View.ts';
import { lensTableOf } from '../../frame/lens/LensExport.ts';
import { artifactOf, buildOf, faceOf, storeOf } from '../testing/storeOf.ts';
import { PrintedBuilds } from './PrintedBuilds.tsx';
import { PrintedRows } from './PrintedRows.tsx';
import { PrintTable } from './PrintTable.tsx';

afterEach(cleanup);

function open(builds: readonly Build[], ids: readonly string[], props = {}) {
  const store = storeOf(builds);
  render(
    <PrintTable>
      {(now) => (
        <PrintedBuilds
          table={faceOf(store)}
          order={rowsOf(store, ids)}
          view={EMPTY_VIEW}
          zone="UTC"
          loading={false}
          now={now}
          {...props}
        />
      )}
    </PrintTable>,
  );
  return store;
}

const print = () => dispatchEvent(new Event('beforeprint'));
const paper = () => screen.queryByRole('region', { name: 'Builds to print' });

describe('the printed table', () => {
  it('stands as soon as the browser prints, and goes afterwards', () => {
    open([buildOf('c1')], ['c1']);
    expect(paper()).toBeNull();
    act(() => void print());
    expect(paper()).not.toBeNull();
    act(() => void dispatchEvent(new Event('afterprint')));
    expect(paper()).toBeNull();
  });

  it('says the view, the count, and each build in words', () => {
    const artifacts = [artifactOf('a1', { errorMessage: 'failed to pull\nmore' })];
    open([buildOf('c1', { status: 'FAILED', artifacts }), buildOf('c2')], ['c1'], {
      loading: true,
    });
    act(() => void print());
    expect(screen.getByText('All builds. Newest first.')).toBeDefined();
    expect(screen.getByText(/^1 of 2 builds so far, as of .* UTC\.$/)).toBeDefined();
    const cells = within(screen.getByRole('table')).getAllByRole('row')[1]?.children ?? [];
    expect([...cells].map((cell) => cell.textContent)).toEqual([
      'Failed',
      'swe/c1:v1',
      'Container image: Failed',
      'failed to pull',
      '2026-11-20 09:00:00',
      '2026-11-20 09:01:00',
      '3 min 05 s',
      'c1',
    ]);
  });

  it('says the times of the view in its zone, and which one it is', () => {
    open([buildOf('c1')], ['c1'], { zone: 'Asia/Kolkata', now: Date.UTC(2026, 10, 20, 20) });
    act(() => void print());
    expect(screen.getByText('1 of 1 build, as of 2026-11-21 01:30:00 Kolkata.')).toBeDefined();
    expect(screen.getByRole('columnheader', { name: 'Created (Kolkata)' })).toBeDefined();
    expect(screen.getByRole('cell', { name: '2026-11-20 14:30:00' })).toBeDefined();
  });

  it('prints the table of a lens in words, its times in the zone', () => {
    const things = [{ at: Date.UTC(2026, 10, 20, 20) }, { at: Number.NaN }, { at: 0 }];
    const table = lensTableOf<{ readonly at: number }>({
      noun: ['thing', 'things'],
      said: '3 things so far',
      columns: [
        { title: 'Thing', field: null, kind: 'text', value: () => 'a\u0007b' },
        { title: 'Seen', field: 'seen', kind: 'time', value: ({ at }) => at },
        { title: null, field: 'data', kind: 'count', value: () => 1 },
      ],
      rows: { count: 3, at: (position) => things[position] ?? { at: 0 } },
      complete: false,
    });
    const props = { view: 'All things.', zone: 'Asia/Kolkata', now: Date.UTC(2026, 10, 20, 20) };
    render(<PrintedRows table={table} {...props} most={2} />);
    expect(screen.getByRole('region', { name: 'Things to print' })).toBeDefined();
    expect(
      screen.getByText(
        '3 things so far, as of 2026-11-21 01:30:00 Kolkata. The first 2 are printed.',
      ),
    ).toBeDefined();
    const rows = within(screen.getByRole('table')).getAllByRole('row');
    expect(rows.map((row) => [...row.children].map((cell) => cell.textContent))).toEqual([
      ['Thing', 'Seen (Kolkata)'],
      ['a⟨U+0007⟩b', '2026-11-21 01:30:00'],
      ['a⟨U+0007⟩b', '–'],
    ]);
    expect(screen.getByText('1 thing more: filter further, or export.')).toBeDefined();
  });

  it('prints so many and says how many more there are', () => {
    const ids = ['c1', 'c2', 'c3', 'c4', 'c5'];
    open(
      ids.map((id) => buildOf(id)),
      ids,
      { most: 3 },
    );
    act(() => void print());
    expect(screen.getAllByRole('rowheader').map((cell) => cell.textContent)).toEqual([
      'swe/c1:v1',
      'swe/c2:v1',
      'swe/c3:v1',
    ]);
    expect(screen.getByText(/^2 more builds are not printed/)).toBeDefined();
    expect(screen.getByText(/The first 3 are printed/)).toBeDefined();
  });

  it('leaves no listener behind', () => {
    open([buildOf('c1')], ['c1']);
    cleanup();
    print();
    expect(paper()).toBeNull();
  });
});
