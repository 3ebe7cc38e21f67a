// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { setSingleKeys, singleKeysOn, useSingleKeys } from './singleKeys.ts';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  act(() => setSingleKeys(true));
});

function Shown() {
  const [on] = useSingleKeys();
  return <p>{on ? 'on' : 'off'}</p>;
}

it('are on until switched off, and the device remembers', () => {
  render(<Shown />);
  screen.getByText('on');
  act(() => setSingleKeys(false));
  screen.getByText('off');
  expect(localStorage.getItem('image-builds.keys')).toBe('off');
  act(() => setSingleKeys(true));
  screen.getByText('on');
  expect(localStorage.getItem('image-builds.keys')).toBeNull();
});

it('follow another tab', () => {
  render(<Shown />);
  localStorage.setItem('image-builds.keys', 'off');
  act(() => void window.dispatchEvent(new Event('storage')));
  screen.getByText('off');
});

it('can be switched off where the browser keeps nothing', () => {
  const refuse = () => {
    throw new DOMException('No.', 'SecurityError');
  };
  vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse, removeItem: refuse });
  expect(singleKeysOn()).toBe(true);
  setSingleKeys(false);
  expect(singleKeysOn()).toBe(false);
});
