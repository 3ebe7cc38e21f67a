// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createAddress, PUSHED } from './address.ts';

beforeEach(() => {
  vi.useFakeTimers();
  window.history.replaceState(null, '', '/');
});
afterEach(() => {
  vi.useRealTimers();
});

it('applies typing at once and writes it to the same entry', () => {
  const address = createAddress(window);
  const entries = window.history.length;
  for (const text of ['d', 'dj', 'dja']) address.replace(`?q=${text}`);
  expect(address.get()).toBe('?q=dja');
  expect(window.location.search).toBe('?q=dja');
  expect(window.history.length).toBe(entries);
});

it('changes the address no more often than browsers allow, and writes what is typed past that when it rests', () => {
  const address = createAddress(window);
  const replaced = vi.spyOn(window.history, 'replaceState');
  const typed = (count: number) => {
    for (let at = 0; at < count; at += 1) {
      address.replace(`?q=${replaced.mock.calls.length}-${at}`);
      vi.advanceTimersByTime(20);
    }
  };
  typed(450);
  expect(replaced.mock.calls.length).toBeLessThanOrEqual(30);
  vi.advanceTimersByTime(250);
  expect(window.location.search).toBe(address.get());
  vi.advanceTimersByTime(10_000);
  address.replace('?q=later');
  expect(window.location.search).toBe('?q=later');
});

it('writes what was typed before it pushes the next view', () => {
  const address = createAddress(window);
  const replaced = vi.spyOn(window.history, 'replaceState');
  const pushed = vi.spyOn(window.history, 'pushState');
  address.replace('?q=dja');
  address.push('?q=dja&sort=image');
  expect(replaced.mock.calls.map((call) => call[2])).toEqual(['/?q=dja']);
  expect(pushed.mock.calls.map((call) => call[2])).toEqual(['/?q=dja&sort=image']);
});

it('tells its listeners of a change once, and not of the same again', () => {
  const address = createAddress(window);
  const heard = vi.fn();
  address.subscribe(heard);
  address.push('?open=a');
  address.push('?open=a');
  expect(heard).toHaveBeenCalledTimes(1);
});

it('keeps the view when the browser refuses the address', () => {
  const address = createAddress(window);
  vi.spyOn(window.history, 'pushState').mockImplementation(() => {
    throw new DOMException('too often', 'SecurityError');
  });
  address.push('?status=FAILED');
  expect(address.get()).toBe('?status=FAILED');
});

it('follows back and forward', () => {
  const address = createAddress(window);
  address.push('?status=FAILED');
  window.history.replaceState(null, '', '/?status=PENDING');
  window.dispatchEvent(new PopStateEvent('popstate'));
  expect(address.get()).toBe('?status=PENDING');
});

it('leaves a view that is too long out of the address, and still shows it', () => {
  const address = createAddress(window);
  address.push('?q=web');
  const long = `?q=${'x'.repeat(20_000)}`;
  address.replace(long);
  vi.runAllTimers();
  expect(address.get()).toBe(long);
  expect(window.location.search).toBe('?q=web');
  address.push(`${long}&sort=image`);
  expect(window.location.search).toBe('?q=web');
  address.push('?sort=image');
  expect(window.location.search).toBe('?sort=image');
});

it('keeps the team of its list apart from the view, and in every address and link', () => {
  const team = 'cm9zk2w8r0003l708u5d1q6fy';
  window.history.replaceState(null, '', `/?status=FAILED&team=${team}`);
  const address = createAddress(window);
  expect([address.team(), address.get()]).toEqual([team, '?status=FAILED']);
  address.push('?q=x');
  expect(window.location.search).toBe(`?team=${team}&q=x`);
  address.replace('');
  vi.runAllTimers();
  expect(window.location.search).toBe(`?team=${team}`);
  expect(address.link()).toBe(`${window.location.origin}/?team=${team}`);
  expect(address.link('?open=a')).toBe(`${window.location.origin}/?team=${team}&open=a`);
  expect(address.href('')).toBe(`?team=${team}`);
  address.nameTeam(null);
  expect(window.location.search).toBe('');
  expect(address.href('')).toBe('?');
});

it('tells entries that it made from those by which the page was opened', () => {
  const address = createAddress(window);
  expect(window.history.state).toBeNull();
  address.push('?lens=wall');
  address.replace('?lens=wall&q=a');
  vi.runAllTimers();
  expect(window.location.search).toBe('?lens=wall&q=a');
  expect(window.history.state).toBe(PUSHED);
});
