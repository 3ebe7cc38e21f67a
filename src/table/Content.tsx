import type { ReactNode } from 'react';

export interface ContentProps<C> {
  /** A column's own way to draw a cell or a header: a function of its context, or plain text. */
  readonly draw: ((context: C) => ReactNode) | ReactNode;
  readonly context: C;
}

/**
 * What a column draws in a cell or in its header. Its function is called here and is not mounted
 * as a component: a column that is made anew, because a callback in it changed, would else take
 * its elements off the page, and with them the focus and a click that is under way.
 */
export function Content<C>({ draw, context }: ContentProps<C>): ReactNode {
  return typeof draw === 'function' ? draw(context) : draw;
}
