/** Where a key was pressed. */
export type KeyTarget =
  /** A field in which one types or chooses by letter. */
  | 'text'
  /** A dialog, a menu, a list of suggestions: it has keys of its own. */
  | 'overlay'
  /** A row of the table itself. */
  | 'row'
  /** A button, a link, a checkbox: Enter and Space are its own. */
  | 'control'
  /** Nothing has the focus, and the page itself does not scroll. */
  | 'page'
  | 'other';

export interface KeyFacts {
  /** What the key means (`latinKey`): `KeyboardEvent.key` in a Latin layout. */
  readonly key: string;
  readonly ctrl: boolean;
  readonly meta: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  readonly target: KeyTarget;
  /** `g` was pressed just before. */
  readonly pending: 'g' | null;
  /** Off: letters and signs do nothing (WCAG 2.1.4). */
  readonly singleKeys: boolean;
  /** Command stands for Control, as on a Mac. */
  readonly apple: boolean;
}

export type Move = 'next' | 'previous' | 'first' | 'last' | 'page-down' | 'page-up';
export type BuiltInKey = 'a' | 'v' | 'f' | 's' | 't';
export type LensKey = 'b' | 'e' | 'i' | 'p' | 'l' | 'c' | 'w';

export type Command =
  | { readonly do: 'move'; readonly to: Move }
  | { readonly do: 'failure'; readonly step: 1 | -1 }
  | { readonly do: 'toggle' }
  | { readonly do: 'search' }
  | { readonly do: 'copy'; readonly what: 'error' | 'path' | 'link' }
  | { readonly do: 'select'; readonly range: boolean }
  | { readonly do: 'filter'; readonly not: boolean }
  /** A built-in view by its letter, one of the person's own by its number from 1. */
  | { readonly do: 'go'; readonly view: BuiltInKey | number }
  /** Another way to look at the list, where there is one with this letter. */
  | { readonly do: 'lens'; readonly key: LensKey }
  /** The row in focus, or no more. */
  | { readonly do: 'watch' }
  | { readonly do: 'refresh' }
  /** What a part of the page offers by this key, where it is drawn. */
  | { readonly do: 'offered'; readonly key: 't' }
  | { readonly do: 'sheet' }
  | { readonly do: 'palette' }
  | { readonly do: 'escape' };

const NAMED: ReadonlyMap<string, Move> = new Map([
  ['ArrowDown', 'next'],
  ['ArrowUp', 'previous'],
  ['Home', 'first'],
  ['End', 'last'],
  ['PageDown', 'page-down'],
  ['PageUp', 'page-up'],
]);

const SINGLE: ReadonlyMap<string, Command> = new Map<string, Command>([
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
  ['w', { do: 'watch' }],
  ['r', { do: 'refresh' }],
  ['t', { do: 'offered', key: 't' }],
  ['?', { do: 'sheet' }],
]);

const BUILT_IN: ReadonlyMap<string, BuiltInKey> = new Map([
  ['a', 'a'],
  ['v', 'v'],
  ['f', 'f'],
  ['s', 's'],
  ['t', 't'],
]);

const LENS_KEYS: readonly LensKey[] = ['b', 'e', 'i', 'p', 'l', 'c', 'w'];

/**
 * What a key does, `wait-g` when the next one decides, null when it is none of ours. Nothing
 * with Control, Command or Alt but the palette and Alt+`.`; nothing while one types but the
 * palette and Escape. A letter that names no view and no lens ends the wait after `g` and does nothing else.
 */
export function commandOf(facts: KeyFacts): Command | 'wait-g' | null {
  const { key, target, shift } = facts;
  if (opensPalette(facts)) return { do: 'palette' };
  if (target === 'overlay' || facts.ctrl || facts.meta) return null;
  if (facts.alt) return excludes(facts) ? { do: 'filter', not: true } : null;
  if (key === 'Escape') return shift || facts.pending ? null : { do: 'escape' };
  if (target === 'text') return null;
  if (key.length > 1 || key === ' ') return shift ? null : inTable(key, target);
  if (!facts.singleKeys) return null;

  const letter = key.toLowerCase();
  if (facts.pending === 'g') return shift && isLetter(letter) ? null : goTo(letter);
  if (shift && isLetter(letter)) return letter === 'x' ? { do: 'select', range: true } : null;
  return letter === 'g' ? 'wait-g' : (SINGLE.get(letter) ?? null);
}

/** True for what one holds down to repeat it; a held Enter must not open and close. */
export function repeats(command: Command): boolean {
  return command.do === 'move' || command.do === 'failure';
}

function opensPalette({ key, ctrl, meta, alt, shift, apple }: KeyFacts): boolean {
  if (key.toLowerCase() !== 'k' || alt || shift) return false;
  return apple ? meta && !ctrl : ctrl && !meta;
}

/** On a Mac, Option writes another sign: one of these for the full stop, whatever the layout. */
const OPTION_STOPS = ['≥', '…'];

function excludes({ key, target, singleKeys, shift, apple }: KeyFacts): boolean {
  const isStop = key === '.' || (apple && OPTION_STOPS.includes(key));
  return singleKeys && !shift && target !== 'text' && isStop;
}

function inTable(key: string, target: KeyTarget): Command | null {
  if (target === 'row' && (key === 'Enter' || key === ' ')) return { do: 'toggle' };
  const to = NAMED.get(key);
  if (to === undefined) return null;
  const isArrow = to === 'next' || to === 'previous';
  return target === 'row' || (target === 'page' && isArrow) ? { do: 'move', to } : null;
}

function goTo(letter: string): Command | null {
  if (/^[1-9]$/.test(letter)) return { do: 'go', view: Number(letter) };
  const view = BUILT_IN.get(letter);
  if (view !== undefined) return { do: 'go', view };
  const key = LENS_KEYS.find((each) => each === letter);
  return key === undefined ? null : { do: 'lens', key };
}

function isLetter(text: string): boolean {
  return text.toLowerCase() !== text.toUpperCase();
}
