import type { Lens } from '../../frame/lens/Lens.ts';
import { VIEW_KEYS } from './viewKeys.ts';

export interface KeyLine {
  /** Each a way to do it; keys of one way that follow each other are parted by a space. */
  readonly keys: readonly string[];
  readonly does: string;
  /** It works also while single keys are switched off. */
  readonly always?: boolean;
}

export interface KeyGroup {
  readonly name: string;
  readonly lines: readonly KeyLine[];
}

/** All keys, as the sheet lists them. `mod` stands for Control, or Command on a Mac. */
export const KEY_GROUPS: readonly KeyGroup[] = [
  {
    name: 'Move',
    lines: [
      { keys: ['j', 'k'], does: 'Next, previous build' },
      { keys: ['ArrowDown', 'ArrowUp'], does: 'Next, previous build', always: true },
      { keys: ['Home', 'End'], does: 'First, last build', always: true },
      { keys: ['PageDown', 'PageUp'], does: 'A page down, up', always: true },
      { keys: ['n', 'p'], does: 'Next, previous failure' },
    ],
  },
  {
    name: 'The build in focus',
    lines: [
      { keys: ['Enter', 'Space'], does: 'Open or close it', always: true },
      { keys: ['e'], does: 'Copy its error' },
      { keys: ['c'], does: 'Copy its image path' },
      { keys: ['l'], does: 'Copy its link' },
      { keys: ['w'], does: 'Watch it, or no more: a build, an image, a cause, a push' },
      { keys: ['x'], does: 'Select it' },
      { keys: ['shift+x'], does: 'Select all from the last one selected' },
      { keys: ['.'], does: 'Show only builds like it: by the cell in focus, else its status' },
      { keys: ['alt+.'], does: 'Leave out builds like it' },
      { keys: ['mod+click'], does: 'Show only builds with what the cell says', always: true },
      { keys: ['alt+click'], does: 'Leave out builds with what the cell says', always: true },
    ],
  },
  {
    name: 'An opened error',
    lines: [
      { keys: ['ArrowDown', 'ArrowUp'], does: 'Next, previous line to copy from', always: true },
      { keys: ['Home', 'End'], does: 'Its first, last line', always: true },
    ],
  },
  {
    name: 'Views',
    lines: [
      ...VIEW_KEYS.map(({ key, name }) => ({ keys: [`g ${key}`], does: name })),
      { keys: ['g 1'], does: 'Your first own view; 2 to 9 the others' },
    ],
  },
  {
    name: 'The page',
    lines: [
      { keys: ['/'], does: 'Search' },
      { keys: ['mod+k'], does: 'Find a view, a build, an image or a command', always: true },
      { keys: ['r'], does: 'Refresh' },
      { keys: ['t'], does: 'Show or hide builds over time' },
      { keys: ['Escape'], does: 'Close; leave the search; clear the selection', always: true },
      { keys: ['?'], does: 'These keys' },
    ],
  },
];

/** The keys of the lenses that there are; null where there is nothing to choose from. */
export function lensKeyGroup(lenses: readonly Pick<Lens, 'key' | 'label'>[]): KeyGroup | null {
  if (lenses.length < 2) return null;
  const lines = lenses.flatMap(({ key, label }) =>
    key === null ? [] : [{ keys: [`g ${key}`], does: label }],
  );
  return { name: 'Lenses', lines };
}
