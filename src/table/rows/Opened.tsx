import { type ReactNode, useLayoutEffect, useRef } from 'react';

export interface OpenedProps {
  readonly rowKey: string;
  readonly measure: (key: string, height: number) => void;
  readonly columns: number;
  readonly children: ReactNode;
}

/** What an opened row shows, below its own line; reports its height so that rows below move on. */
export function Opened({ rowKey, measure, columns, children }: OpenedProps) {
  const box = useRef<HTMLDivElement>(null);
  // Its height depends on text and fonts: only the browser knows it.
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(() => measure(rowKey, element.offsetHeight));
    observer.observe(element);
    measure(rowKey, element.offsetHeight);
    return () => observer.disconnect();
  }, [rowKey, measure]);
  return (
    // As wide as what is seen of the table, which its columns may be wider than.
    <div ref={box} role="row" data-opened-row={rowKey} className="sticky left-0 w-(--view-width)">
      <div role="cell" aria-colspan={columns}>
        {children}
      </div>
    </div>
  );
}
