/** A text that the browser did not take, and what it is, such as `the error of app:v1`. */
export interface TextByHand {
  readonly text: string;
  readonly what: string;
}

const listeners = new Set<() => void>();
let offered: TextByHand | null = null;

/** Offers a text in a field (`CopyByHand`), selected; null takes it away. */
export function offerByHand(next: TextByHand | null): void {
  offered = next;
  for (const listener of listeners) listener();
}

/** What is offered now. */
export function textByHand(): TextByHand | null {
  return offered;
}

export function onTextByHand(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
