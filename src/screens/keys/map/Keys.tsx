import { Fragment } from 'react';
import { isApple } from './readKey.ts';

const WORDS: ReadonlyMap<string, string> = new Map([
  ['ArrowDown', '↓'],
  ['ArrowUp', '↑'],
  ['PageDown', 'Page Down'],
  ['PageUp', 'Page Up'],
  ['Escape', 'Esc'],
  ['shift', 'Shift'],
]);

/** Keys as they are printed on a keyboard: `mod+k` is Ctrl K, or ⌘ K on a Mac; `g f` one by one. */
export function Keys({ keys }: { readonly keys: string }) {
  const parts = keys.split(/[ +]/).filter((part) => part !== '');
  return (
    <kbd className="inline-flex items-center gap-1 font-sans whitespace-nowrap">
      {parts.map((part, index) => (
        <Fragment key={index}>
          {index > 0 && <span className="sr-only"> then </span>}
          <kbd className="inline-flex h-5 min-w-5 items-center justify-center rounded border border-edge px-1 font-sans text-xs text-muted">
            {wordOf(part)}
          </kbd>
        </Fragment>
      ))}
    </kbd>
  );
}

function wordOf(part: string): string {
  if (part === 'mod') return isApple() ? '⌘' : 'Ctrl';
  if (part === 'alt') return isApple() ? '⌥' : 'Alt';
  return WORDS.get(part) ?? (part.length === 1 ? part.toUpperCase() : part);
}
