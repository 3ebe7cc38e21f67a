import { expect, it } from 'vitest';
import { KEY_GROUPS, lensKeyGroup } from './keyGroups.ts';
import { commandOf } from './keyMap.ts';

const LENSES = [
  { key: 'b', label: 'Builds' },
  { key: 'e', label: 'Errors' },
  { key: null, label: 'Check' },
];
const lensKeys = lensKeyGroup(LENSES)?.lines ?? [];

/** Clicks are listed too, but no key map hears them. */
const lines = [...KEY_GROUPS.flatMap((group) => group.lines), ...lensKeys].filter(
  ({ keys }) => !keys.some((each) => each.endsWith('+click')),
);

function heard(keys: string, singleKeys: boolean) {
  const [first = '', second] = keys.split(' ');
  const modifiers = first.split('+');
  const key = modifiers.pop() ?? '';
  const facts = {
    key: key === 'Space' ? ' ' : key,
    ctrl: modifiers.includes('mod'),
    meta: false,
    alt: modifiers.includes('alt'),
    shift: modifiers.includes('shift'),
    target: 'row' as const,
    pending: null,
    singleKeys,
    apple: false,
  };
  const command = commandOf(facts);
  return second === undefined ? command : commandOf({ ...facts, key: second, pending: 'g' });
}

it('lists only keys that do something', () => {
  for (const { keys } of lines) {
    for (const each of keys) expect(heard(each, true), each).not.toBeNull();
  }
});

it('tells which keys work while single keys are off', () => {
  for (const { keys, always = false } of lines) {
    for (const each of keys) expect(heard(each, false) !== null, each).toBe(always);
  }
});

it('lists a way to everything that keys can do', () => {
  const done = lines.flatMap(({ keys }) => keys.map((each) => heard(each, true)));
  const names = new Set(done.map((command) => (typeof command === 'object' ? command?.do : '')));
  expect([...names].sort()).toEqual([
    'copy',
    'escape',
    'failure',
    'filter',
    'go',
    'lens',
    'move',
    'offered',
    'palette',
    'refresh',
    'search',
    'select',
    'sheet',
    'toggle',
    'watch',
  ]);
});

it('lists the keys of the lenses that there are, where there are several', () => {
  expect(lensKeys.map(({ keys, does }) => `${keys} ${does}`)).toEqual(['g b Builds', 'g e Errors']);
  expect(lensKeyGroup(LENSES.slice(0, 1))).toBeNull();
});
