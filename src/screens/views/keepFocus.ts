import { flushSync } from 'react-dom';

/**
 * Makes a change that may take away what has the focus, and then gives the focus to the current
 * tab of the line, so that it is never lost.
 */
export function keepFocus(line: HTMLElement | null, change: () => void): void {
  flushSync(change);
  const { activeElement } = document;
  if (activeElement !== null && activeElement !== document.body) return;
  const tab =
    line?.querySelector<HTMLElement>('[aria-current]') ??
    line?.querySelector<HTMLElement>('a, button');
  tab?.focus();
}
