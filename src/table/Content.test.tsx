// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { Content } from './Content.tsx';

afterEach(cleanup);

it('keeps the elements of a cell when its column is made anew', () => {
  const columnWith = (word: string) => (name: string) => (
    <button type="button">{word + name}</button>
  );
  const { rerender } = render(<Content draw={columnWith('Open ')} context="app" />);
  const before = screen.getByRole('button', { name: 'Open app' });
  before.focus();
  rerender(<Content draw={columnWith('Close ')} context="app" />);
  expect(screen.getByRole('button', { name: 'Close app' })).toBe(before);
  expect(document.activeElement).toBe(before);
});

it('shows plain text as it is', () => {
  render(<Content draw="Status" context={null} />);
  expect(screen.getByText('Status')).toBeDefined();
});
