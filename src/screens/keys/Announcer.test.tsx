// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Announcer } from './Announcer.tsx';
import { announce, SHOWN_MS } from './build/announce.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  act(() => vi.runAllTimers());
  vi.useRealTimers();
  cleanup();
});

const region = () => screen.getByRole('status', { name: 'Confirmations' });

it('is there before anything is said, says it, and falls silent', () => {
  render(<Announcer />);
  expect(region().textContent).toBe('');
  act(() => announce('Copied the link of app:v1'));
  expect(region().textContent).toBe('Copied the link of app:v1');
  act(() => vi.advanceTimersByTime(SHOWN_MS));
  expect(region().textContent).toBe('');
});

it('says the same words again as something new', () => {
  render(<Announcer />);
  act(() => announce('Copied'));
  const first = region().firstChild;
  act(() => announce('Copied'));
  expect(region().textContent).toBe('Copied');
  expect(region().firstChild).not.toBe(first);
});

it('keeps the latest words for their whole time', () => {
  render(<Announcer />);
  act(() => announce('One'));
  act(() => vi.advanceTimersByTime(SHOWN_MS - 1));
  act(() => announce('Two'));
  act(() => vi.advanceTimersByTime(SHOWN_MS - 1));
  expect(region().textContent).toBe('Two');
});
