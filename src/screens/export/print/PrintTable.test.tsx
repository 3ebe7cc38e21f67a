// @vitest-environment happy-dom
import { act, cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Build } from '../../../contract/build.ts';
import { rowsOf } from '../../../replica/testing/listOf.ts';
import { EMPTY_VIEW } from '../../../views/address/View.ts';
import { artifactOf, buildOf, faceOf, storeOf } from '../testing/storeOf.ts';
import { PrintTable } from './PrintTable.tsx';

afterEach(cleanup);

function open(builds: readonly Build[], ids: readonly string[], props = {}) {
  const store = storeOf(builds);
  render(
    <PrintTable
      table={faceOf(store)}
      order={rowsOf(store, ids)}
      view={EMPTY_VIEW}
      loading={false}
      {...props}
    />,
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
