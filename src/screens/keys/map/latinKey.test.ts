import { describe, expect, it } from 'vitest';
import { commandOf, type KeyFacts } from './keyMap.ts';
import { latinKey } from './latinKey.ts';

const FACTS: Omit<KeyFacts, 'key' | 'shift'> = {
  ctrl: false,
  meta: false,
  alt: false,
  target: 'row',
  pending: null,
  singleKeys: true,
  apple: false,
};
const does = (key: string, code: string, parts: Partial<KeyFacts> = {}) => {
  const { shift = false } = parts;
  const meant = latinKey({ key, code, shiftKey: shift });
  return commandOf({ ...FACTS, ...parts, key: meant, shift });
};

describe('a key of a layout that is not Latin', () => {
  it.each([
    ['Russian', 'к', 'KeyR'],
    ['Greek', 'κ', 'KeyK'],
    ['Hebrew', 'ל', 'KeyK'],
    ['Arabic', 'ن', 'KeyK'],
    ['Korean', 'ㅏ', 'KeyK'],
    ['Thai', 'า', 'KeyK'],
  ])('means what is printed at its place: %s', (_layout, key, code) => {
    const letter = code.slice(3).toLowerCase();
    expect(latinKey({ key, code, shiftKey: false })).toBe(letter);
    expect(latinKey({ key, code, shiftKey: true })).toBe(letter.toUpperCase());
  });

  it('opens the palette with Control', () => {
    expect(does('л', 'KeyK', { ctrl: true })).toEqual({ do: 'palette' });
    expect(does('κ', 'KeyK', { ctrl: true })).toEqual({ do: 'palette' });
    expect(does('л', 'KeyK', { meta: true, apple: true })).toEqual({ do: 'palette' });
  });

  it('moves, ticks and goes to views by the place of the key', () => {
    expect(does('о', 'KeyJ')).toEqual({ do: 'move', to: 'next' });
    expect(does('Ч', 'KeyX', { shift: true })).toEqual({ do: 'select', range: true });
    expect(does('п', 'KeyG')).toBe('wait-g');
    expect(does('а', 'KeyF', { pending: 'g' })).toEqual({ do: 'go', view: 'f' });
    expect(does('٢', 'Digit2', { pending: 'g' })).toEqual({ do: 'go', view: 2 });
    // An Arabic keyboard sends two letters by one key.
    expect(does('لا', 'KeyB', { pending: 'g' })).toEqual({ do: 'lens', key: 'b' });
  });

  it('searches where / is printed, and filters nothing there, whatever it sends', () => {
    for (const key of ['.', '/', 'ظ']) expect(does(key, 'Slash')).toEqual({ do: 'search' });
    expect(does('.', 'Slash', { alt: true })).toBeNull();
    for (const key of [',', '?']) {
      expect(does(key, 'Slash', { shift: true })).toEqual({ do: 'sheet' });
    }
  });

  it('filters where the full stop is printed', () => {
    expect(does('ю', 'Period')).toEqual({ do: 'filter', not: false });
    expect(does('Ю', 'Period', { shift: true })).toBeNull();
  });

  it('means nothing where nothing of ours is printed', () => {
    expect(does('ё', 'Backquote')).toBeNull();
    expect(does('х', 'BracketLeft')).toBeNull();
    expect(does('中', '')).toBeNull();
  });
});

describe('a key of a Latin layout', () => {
  it.each([
    ['j', 'KeyC'],
    ['.', 'KeyE'],
    ['.', 'Comma'],
    ['/', 'Digit7'],
    ['é', 'Digit2'],
    ['ß', 'Minus'],
    ['Enter', 'Enter'],
    ['ArrowDown', 'ArrowDown'],
    ['Dead', 'BracketLeft'],
    ['…', 'Period'],
    ['≥', 'Period'],
    [' ', 'Space'],
  ])('means what it sends: %s', (key, code) => {
    expect(latinKey({ key, code, shiftKey: false })).toBe(key);
  });
});
