import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { isComposing } from '../../lib/isComposing.ts';

const KEY_STEP = 16;

export interface ResizeHandleProps {
  /** The column's title. */
  readonly title: string;
  /** The width wanted, in pixels. */
  readonly onResize: (width: number) => void;
}

/** The right edge of a column header: dragged, or moved by the arrow keys. */
export function ResizeHandle({ title, onResize }: ResizeHandleProps) {
  const start = useRef<{ readonly x: number; readonly width: number }>(undefined);
  const widthOf = (handle: HTMLElement) => handle.parentElement?.offsetWidth ?? 0;
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = { x: event.clientX, width: widthOf(event.currentTarget) };
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (start.current) onResize(start.current.width + event.clientX - start.current.x);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowLeft: -KEY_STEP, ArrowRight: KEY_STEP }[event.key];
    if (step === undefined || isComposing(event)) return;
    event.preventDefault();
    event.stopPropagation();
    onResize(widthOf(event.currentTarget) + step);
  };
  return (
    <button
      type="button"
      aria-label={`Width of ${title}: arrow keys change it`}
      tabIndex={-1}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onLostPointerCapture={() => {
        start.current = undefined;
      }}
      onKeyDown={onKeyDown}
      className="absolute inset-y-1 -right-1 z-10 w-2 cursor-col-resize touch-none rounded hover:bg-accent focus-visible:bg-accent max-sm:hidden"
    />
  );
}
