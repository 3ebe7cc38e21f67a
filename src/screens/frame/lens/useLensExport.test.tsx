// @vitest-environment happy-dom
import { cleanup, renderHook } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { LensExport } from './LensExport.ts';
import { shownLensTable, useLensExport, useLensTableName } from './useLensExport.ts';

afterEach(cleanup);

interface Thing {
  readonly name: string;
  readonly count: number;
}

function exportOf(things: readonly Thing[], complete = true): LensExport<Thing> {
  return {
    noun: ['thing', 'things'],
    said: `${things.length} things`,
    columns: [
      { title: 'Name', field: 'name', kind: 'text', value: ({ name }) => name },
      { title: null, field: 'count', kind: 'count', value: ({ count }) => count },
    ],
    rows: { count: things.length, at: (position) => things[position] ?? { name: '', count: 0 } },
    complete,
  };
}

it('gives the table of the lens that is drawn, and none once it has gone', () => {
  const { unmount } = renderHook(() => useLensExport(exportOf([{ name: 'a', count: 2 }])));
  expect(shownLensTable()?.columns.map(({ field }) => field)).toEqual(['name', 'count']);
  expect(shownLensTable()?.cellsAt(0)).toEqual(['a', 2]);
  unmount();
  expect(shownLensTable()).toBeNull();
});

it('names the table anew only when it is called something else', () => {
  const name = renderHook(() => useLensTableName());
  expect(name.result.current).toBeNull();
  const lens = renderHook(({ exported }) => useLensExport(exported), {
    initialProps: { exported: exportOf([{ name: 'a', count: 2 }]) },
  });
  name.rerender();
  const before = name.result.current;
  expect(before).toEqual({ noun: ['thing', 'things'], count: 1, complete: true });
  lens.rerender({ exported: exportOf([{ name: 'b', count: 3 }]) });
  name.rerender();
  expect(name.result.current).toBe(before);
  expect(shownLensTable()?.cellsAt(0)).toEqual(['b', 3]);
  lens.rerender({ exported: exportOf([], false) });
  name.rerender();
  expect(name.result.current).toEqual({ noun: ['thing', 'things'], count: 0, complete: false });
});

it('is of the lens drawn last where one follows another', () => {
  const first = renderHook(() => useLensExport(exportOf([{ name: 'a', count: 1 }])));
  const second = renderHook(() => useLensExport(exportOf([{ name: 'b', count: 1 }])));
  first.unmount();
  expect(shownLensTable()?.cellsAt(0)).toEqual(['b', 1]);
  second.unmount();
  expect(shownLensTable()).toBeNull();
});
