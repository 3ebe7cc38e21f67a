import { type ReactNode, useLayoutEffect, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';

export interface PrintTableProps {
  /** What stands on the paper. `now`: when it is printed, milliseconds since the epoch. */
  readonly children: (now: number) => ReactNode;
}

/**
 * A plain table for paper. It stands only while the browser prints, beside the page rather than
 * in it: the page's own frame is as high as the window, and paper is not.
 */
export function PrintTable({ children }: PrintTableProps) {
  const [printedAt, setPrintedAt] = useState<number | null>(null);

  // Printing is the window's own doing: nothing in the page starts it.
  useLayoutEffect(() => {
    // The browser takes the page as it stands when the event returns.
    const begin = () => flushSync(() => setPrintedAt(Date.now()));
    const end = () => setPrintedAt(null);
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
    return () => {
      removeEventListener('beforeprint', begin);
      removeEventListener('afterprint', end);
    };
  }, []);

  if (printedAt === null) return null;
  return createPortal(children(printedAt), document.body);
}
