import { type ReactNode, useEffect, useState } from 'react';
import { Button } from '../../ui/Button.tsx';

/** How long an offer to undo stands. Milliseconds. */
const STANDS = 10_000;

export interface UndoOfferProps {
  /** What was done. */
  readonly children: ReactNode;
  /** Where it stands and what it looks like. */
  readonly className: string;
  /** Names it as a note of its own. */
  readonly label?: string;
  /** The focus was on what is gone. */
  readonly takesFocus?: boolean;
  readonly onUndo: () => void;
  readonly onEnd: () => void;
}

/** Offers to take something back: for a while, and as long as it is pointed at or has the focus. */
export function UndoOffer({
  children,
  className,
  label,
  takesFocus = false,
  onUndo,
  onEnd,
}: UndoOfferProps) {
  const [isHeld, setHeld] = useState(false);
  // A timer is outside of React.
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(onEnd, STANDS);
    return () => clearTimeout(timer);
  }, [isHeld, onEnd]);
  return (
    <div
      {...(label !== undefined && { role: 'note', 'aria-label': label })}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className={className}
    >
      {children}
      <Button variant="plain" autoFocus={takesFocus} onClick={onUndo}>
        Undo
      </Button>
    </div>
  );
}
