import { isComposing } from '../../../lib/isComposing.ts';
import type { KeyFacts, KeyTarget } from './keyMap.ts';
import { latinKey } from './latinKey.ts';

const OVERLAY = 'dialog, [popover], [role=dialog], [role=menu], [role=listbox]';
const TEXT = [
  'textarea',
  'select',
  'input:not([type=checkbox], [type=radio], [type=button], [type=submit], [type=reset])',
  '[contenteditable]:not([contenteditable=false])',
  '[role=textbox]',
  '[role=searchbox]',
  '[role=combobox]',
  '[role=spinbutton]',
].join(', ');
const CONTROL = 'a[href], button, input, summary, label, [role=button], [role=tab], [role=link]';
const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'Fn']);

/** What the key map needs of an event; null for a modifier alone and for text being composed. */
export function readKey(
  event: KeyboardEvent,
  held: Pick<KeyFacts, 'pending' | 'singleKeys'>,
): KeyFacts | null {
  // Some keys of an input method and of autofill come without a name.
  if (isComposing(event) || !event.key || MODIFIERS.has(event.key)) return null;
  return {
    key: latinKey(event),
    ctrl: event.ctrlKey,
    meta: event.metaKey,
    alt: event.altKey,
    shift: event.shiftKey,
    target: targetOf(event.target),
    apple: isApple(),
    ...held,
  };
}

/** Which kind of thing the key was pressed on. */
export function targetOf(target: EventTarget | null): KeyTarget {
  if (!(target instanceof Element)) return 'other';
  // A click beside a dialog leaves the focus with the page behind it.
  if (document.querySelector('dialog[open]')) return 'overlay';
  if (target === document.body || target === document.documentElement) {
    const page = document.documentElement;
    return page.scrollHeight > page.clientHeight ? 'other' : 'page';
  }
  if (target.closest(OVERLAY)) return 'overlay';
  if (target.closest(TEXT)) return 'text';
  if (target.matches('[role=row][data-row]')) return 'row';
  return target.closest(CONTROL) ? 'control' : 'other';
}

/** True where Command takes the place of Control. */
export function isApple(): boolean {
  return /^(Mac|iP)/.test(navigator.platform);
}
