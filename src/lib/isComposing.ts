/** What is looked at of a key event; one of React carries the browser's own inside. */
export interface ComposingKey {
  readonly isComposing?: boolean;
  readonly keyCode?: number;
  readonly nativeEvent?: { readonly isComposing: boolean; readonly keyCode: number };
}

/** What browsers send for a key that an input method has taken (UI Events, 7.3.1). */
const TAKEN = 229;

/**
 * True while an input method composes text, such as Japanese or Chinese: its Enter, Escape and
 * arrows choose among its own suggestions and mean nothing to the page. Safari ends the
 * composition before it sends the Enter that ended it; that key has only its code left.
 */
export function isComposing(event: ComposingKey): boolean {
  const { isComposing: composing, keyCode } = event.nativeEvent ?? event;
  return composing === true || keyCode === TAKEN;
}
