// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TableColumn } from '../columns/TableColumn.ts';
import type { RowProps } from './RowProps.ts';
import { TableRow } from './TableRow.tsx';

interface Word {
  readonly text: string;
}

const textColumn: TableColumn<Word> = {
  id: 'text',
  title: 'Text',
  width: 80,
  cell: ({ text }) => text,
};

function rowOf(changes: Partial<RowProps<Word>>) {
  return (
    <TableRow<Word>
      rowKey="a"
      record={{ text: 'plain' }}
      columns={[textColumn]}
      columnsKey=""
      passing={undefined}
      timeText={undefined}
      height={32}
      rowIndex={2}
      opened={false}
      selected={undefined}
      tabbable={false}
      className=""
      card={undefined}
      measure={() => undefined}
      openedContent={undefined}
      onToggle={() => undefined}
      onActivate={() => undefined}
      onKeyDown={undefined}
      {...changes}
    />
  );
}

const cellTexts = () => screen.getAllByRole('cell').map((cell) => cell.textContent);

afterEach(cleanup);

it('keeps the elements of a cell when its column is made anew', () => {
  const columnWith = (word: string): TableColumn<Word> => ({
    ...textColumn,
    cell: ({ text }) => <button type="button">{word + text}</button>,
  });
  const record = { text: 'app' };
  const { rerender } = render(rowOf({ record, columns: [columnWith('Open ')], columnsKey: '1' }));
  const before = screen.getByRole('button', { name: 'Open app' });
  before.focus();
  rerender(rowOf({ record, columns: [columnWith('Close ')], columnsKey: '2' }));
  expect(screen.getByRole('button', { name: 'Close app' })).toBe(before);
  expect(document.activeElement).toBe(before);
});

it('shows plain text as it is', () => {
  render(rowOf({}));
  expect(screen.getByText('plain')).toBeDefined();
});

describe('a row that fails to draw', () => {
  const Torn = ({ text }: Word) => {
    if (text === 'torn') throw new Error('torn');
    return text;
  };
  const columns: readonly TableColumn<Word>[] = [
    { ...textColumn, cell: ({ text }) => <Torn text={text} /> },
    { ...textColumn, id: 'direct', cell: ({ text }) => text.replace('torn', 'direct') },
  ];
  const throwing: TableColumn<Word> = {
    ...textColumn,
    id: 'throwing',
    cell: () => {
      throw new Error('thrown in the cell itself');
    },
  };

  beforeEach(() => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
  });

  it('loses the cell that failed and no other, and draws all of another record', () => {
    const { rerender } = render(rowOf({ columns, record: { text: 'torn' } }));
    expect(cellTexts()).toEqual(['not drawn', 'direct']);
    rerender(rowOf({ columns, record: { text: 'whole' } }));
    expect(cellTexts()).toEqual(['whole', 'whole']);
  });

  it('holds what a column throws itself as well', () => {
    render(rowOf({ columns: [throwing, ...columns] }));
    expect(cellTexts()).toEqual(['not drawn', 'plain', 'plain']);
  });
});

it('is drawn again for the time only when what it says of time changes', () => {
  vi.useFakeTimers({ now: 0 });
  let drawn = 0;
  const column: TableColumn<Word> = {
    ...textColumn,
    cell: (_, { now }) => {
      drawn += 1;
      return `${Math.floor(now / 5000)}`;
    },
  };
  const timeText = (_: Word, now: number) => String(Math.floor(now / 5000));
  const record = { text: 'a' };
  render(rowOf({ record, columns: [column], timeText }));
  const first = drawn;
  act(() => vi.advanceTimersByTime(4_000));
  expect(drawn).toBe(first);
  act(() => vi.advanceTimersByTime(1_000));
  expect(drawn).toBe(first + 1);
  expect(cellTexts()).toEqual(['1']);
  vi.useRealTimers();
});
