import { useEffect, useState } from 'react';
import { Button } from '../../ui/Button.tsx';

/** How long an offer to undo stands. Milliseconds. */
const STANDS = 10_000;

export interface UndoNoteProps {
  /** The name of the view that was deleted. */
  readonly name: string;
  readonly onUndo: () => void;
  readonly onEnd: () => void;
}

/** Offers to take a deletion back, for a while, and as long as it is pointed at or has the focus. */
export function UndoNote({ name, onUndo, onEnd }: UndoNoteProps) {
  const [isHeld, setHeld] = useState(false);
  // A timer is outside of React.
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(onEnd, STANDS);
    return () => clearTimeout(timer);
  }, [isHeld, onEnd]);
  return (
    <div
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="fixed bottom-3 left-3 z-30 flex max-w-[calc(100vw-1.5rem)] items-center gap-3 rounded-lg border border-line bg-raised py-1 pr-1 pl-3 text-sm shadow-lg"
    >
      <span className="min-w-0 truncate">Deleted “{name}”</span>
      <Button variant="plain" onClick={onUndo}>
        Undo
      </Button>
    </div>
  );
}
