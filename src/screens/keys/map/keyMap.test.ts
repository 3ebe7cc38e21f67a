import { describe, expect, it } from 'vitest';
import { type Command, commandOf, type KeyFacts, type KeyTarget, repeats } from './keyMap.ts';

const PRESS: KeyFacts = {
  key: '',
  ctrl: false,
  meta: false,
  alt: false,
  shift: false,
  target: 'row',
  pending: null,
  singleKeys: true,
  apple: false,
};
const press = (key: string, parts: Partial<KeyFacts> = {}) =>
  commandOf({ ...PRESS, key, ...parts });

const SINGLE: readonly (readonly [string, Command])[] = [
  ['j', { do: 'move', to: 'next' }],
  ['k', { do: 'move', to: 'previous' }],
  ['n', { do: 'failure', step: 1 }],
  ['p', { do: 'failure', step: -1 }],
  ['/', { do: 'search' }],
  ['e', { do: 'copy', what: 'error' }],
  ['c', { do: 'copy', what: 'path' }],
  ['l', { do: 'copy', what: 'link' }],
  ['x', { do: 'select', range: false }],
  ['.', { do: 'filter', not: false }],
  ['r', { do: 'refresh' }],
  ['?', { do: 'sheet' }],
];
const IN_TABLE: readonly (readonly [string, Command])[] = [
  ['ArrowDown', { do: 'move', to: 'next' }],
  ['ArrowUp', { do: 'move', to: 'previous' }],
  ['Home', { do: 'move', to: 'first' }],
  ['End', { do: 'move', to: 'last' }],
  ['PageDown', { do: 'move', to: 'page-down' }],
  ['PageUp', { do: 'move', to: 'page-up' }],
  ['Enter', { do: 'toggle' }],
  [' ', { do: 'toggle' }],
];
const PALETTE: Command = { do: 'palette' };

describe('single keys', () => {
  it.each(SINGLE)('%s works on a row, a button and the page', (key, command) => {
    for (const target of ['row', 'control', 'page', 'other'] as const) {
      expect(press(key, { target })).toEqual(command);
    }
  });

  it.each([...SINGLE, ...IN_TABLE])('%s is typed in a field and left to a menu', (key) => {
    expect(press(key, { target: 'text' })).toBeNull();
    expect(press(key, { target: 'overlay' })).toBeNull();
  });

  it.each(SINGLE)('%s does nothing with Control, Command or both', (key) => {
    expect(press(key, { ctrl: true, apple: true })).toBeNull();
    expect(press(key, { meta: true })).toBeNull();
    expect(press(key, { ctrl: true, alt: true })).toBeNull();
  });

  it.each(SINGLE)('%s does nothing with Alt, but for the full stop', (key) => {
    expect(press(key, { alt: true })).toEqual(key === '.' ? { do: 'filter', not: true } : null);
  });

  it.each(SINGLE)('%s does nothing while single keys are switched off', (key) => {
    expect(press(key, { singleKeys: false })).toBeNull();
  });

  it('work with Caps Lock on', () => {
    expect(press('J')).toEqual({ do: 'move', to: 'next' });
    expect(press('X')).toEqual({ do: 'select', range: false });
  });

  it('work where a sign needs Shift', () => {
    expect(press('/', { shift: true })).toEqual({ do: 'search' });
    expect(press('?', { shift: true })).toEqual({ do: 'sheet' });
    expect(press('.', { shift: true })).toEqual({ do: 'filter', not: false });
  });

  it('select a range with Shift, and no other letter takes it', () => {
    expect(press('X', { shift: true })).toEqual({ do: 'select', range: true });
    expect(press('J', { shift: true })).toBeNull();
    expect(press('G', { shift: true })).toBeNull();
  });

  it('exclude with Option on a Mac, where it writes another sign', () => {
    const option = { alt: true, apple: true };
    expect(press('≥', option)).toEqual({ do: 'filter', not: true });
    expect(press('…', option)).toEqual({ do: 'filter', not: true });
    // The key at that place of a Dvorak keyboard is another one.
    expect(press('v', option)).toBeNull();
    expect(press('√', option)).toBeNull();
    expect(press('≥', { ...option, singleKeys: false })).toBeNull();
    expect(press('≥', { ...option, target: 'text' })).toBeNull();
  });
});

describe('keys of the table', () => {
  it.each(IN_TABLE)('%s works on a row, also while single keys are off', (key, command) => {
    expect(press(key)).toEqual(command);
    expect(press(key, { singleKeys: false })).toEqual(command);
  });

  it.each(IN_TABLE)('%s is left to a button', (key) => {
    expect(press(key, { target: 'control' })).toBeNull();
    expect(press(key, { target: 'other' })).toBeNull();
  });

  it('move from the page by arrows alone', () => {
    const from = (key: string) => press(key, { target: 'page' });
    expect(from('ArrowDown')).toEqual({ do: 'move', to: 'next' });
    expect(['Home', 'End', 'PageDown', 'PageUp', 'Enter', ' '].map(from)).toEqual(
      Array.from({ length: 6 }, () => null),
    );
  });

  it('are left to the browser with Shift', () => {
    for (const [key] of IN_TABLE) expect(press(key, { shift: true })).toBeNull();
  });
});

describe('views', () => {
  it('wait for a second key after g', () => {
    expect(press('g')).toBe('wait-g');
    expect(press('g', { singleKeys: false })).toBeNull();
    expect(press('g', { target: 'text' })).toBeNull();
  });

  it.each(['a', 'v', 'f', 's', 't'])('go by g and %s', (key) => {
    expect(press(key, { pending: 'g' })).toEqual({ do: 'go', view: key });
  });

  it.each(['b', 'e', 'i', 'p', 'l', 'c', 'w'])('leave room for lenses, by g and %s', (key) => {
    expect(press(key, { pending: 'g' })).toEqual({ do: 'lens', key });
  });

  it('go by g and a number, also where it needs Shift', () => {
    expect(press('1', { pending: 'g' })).toEqual({ do: 'go', view: 1 });
    expect(press('9', { pending: 'g', shift: true })).toEqual({ do: 'go', view: 9 });
    expect(press('0', { pending: 'g' })).toBeNull();
  });

  it('take nothing else for a command: neither another letter nor Escape', () => {
    for (const key of ['d', 'x', 'r', 'g', 'Escape']) {
      expect(press(key, { pending: 'g' })).toBeNull();
    }
    expect(press('ArrowDown', { pending: 'g' })).toEqual({ do: 'move', to: 'next' });
  });
});

describe('the palette', () => {
  const everywhere: readonly KeyTarget[] = ['text', 'overlay', 'row', 'control', 'page', 'other'];

  it.each(everywhere)('opens from %s by Control and K, or Command and K on a Mac', (target) => {
    expect(press('k', { ctrl: true, target })).toEqual(PALETTE);
    expect(press('k', { meta: true, apple: true, target })).toEqual(PALETTE);
    expect(press('k', { ctrl: true, target, singleKeys: false })).toEqual(PALETTE);
  });

  it('leaves other combinations with K alone', () => {
    expect(press('k', { ctrl: true, apple: true, target: 'text' })).toBeNull();
    expect(press('k', { meta: true })).toBeNull();
    expect(press('K', { ctrl: true, shift: true })).toBeNull();
    expect(press('k', { ctrl: true, alt: true })).toBeNull();
  });
});

describe('Escape', () => {
  it('works in a field too, and is left to what lies over the page', () => {
    expect(press('Escape', { target: 'text' })).toEqual({ do: 'escape' });
    expect(press('Escape', { singleKeys: false })).toEqual({ do: 'escape' });
    expect(press('Escape', { target: 'overlay' })).toBeNull();
  });
});

it('repeats moves while a key is held, nothing else', () => {
  expect(repeats({ do: 'move', to: 'next' })).toBe(true);
  expect(repeats({ do: 'failure', step: 1 })).toBe(true);
  expect(repeats({ do: 'toggle' })).toBe(false);
  expect(repeats({ do: 'select', range: false })).toBe(false);
});

it('leaves every other key to the browser', () => {
  for (const key of ['Tab', 'F5', 'Backspace', 'ArrowLeft', 'ArrowRight', 'q', 'Dead', 'ß']) {
    expect(press(key)).toBeNull();
  }
});
