import { expect, it } from 'vitest';
import { neededWidths } from './neededWidths.ts';
import type { TableColumn } from './TableColumn.ts';

interface Line {
  readonly text: string;
}

const columns: readonly TableColumn<Line>[] = [
  { id: 'mute', title: 'Mute', width: 50, cell: () => null },
  {
    id: 'text',
    title: 'Text',
    width: 50,
    share: 1,
    needs: ({ text }) => text.length * 10,
    cell: () => null,
  },
];
const rowsOf = (texts: readonly string[]) => ({
  count: texts.length,
  at: (position: number) => ({ text: texts[position] ?? '' }),
});

it('asks for the longest of what the first rows say', () => {
  expect(neededWidths(columns, rowsOf(['a', 'four', '']))).toEqual(new Map([['text', 64]]));
});

it('asks for nothing where nothing is said, or nothing is there', () => {
  expect(neededWidths(columns, rowsOf(['', '']))).toEqual(new Map());
  expect(neededWidths(columns, rowsOf([]))).toEqual(new Map());
});

it('finds what is said by many rows further down, without reading all of them', () => {
  let read = 0;
  const rows = {
    count: 1_000_000,
    at: (position: number) => {
      read += 1;
      return { text: position > 500_000 ? 'further down' : '' };
    },
  };
  expect(neededWidths(columns, rows)).toEqual(new Map([['text', 128]]));
  expect(read).toBeLessThan(70);
});
