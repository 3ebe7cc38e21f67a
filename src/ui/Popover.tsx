import { type ReactNode, useId, useState } from 'react';
import { Button, type ButtonProps } from './Button.tsx';
import { usePlacedPopover } from './usePlacedPopover.ts';

export interface PopoverProps extends Omit<ButtonProps, 'children'> {
  readonly label: ReactNode;
  /** Drawn only while it is open. */
  readonly panel: () => ReactNode;
  readonly align?: 'start' | 'end';
}

/** A button that opens a panel of controls over the page. */
export function Popover({ label, panel, align = 'start', ...button }: PopoverProps) {
  const id = useId();
  const { opener, popover } = usePlacedPopover(align);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button {...button} ref={opener} aria-expanded={open} popoverTarget={id}>
        {label}
      </Button>
      <div
        ref={popover}
        id={id}
        popover="auto"
        className="max-h-[80vh] max-w-[calc(100vw-16px)] overflow-y-auto rounded-lg shadow-lg"
        onToggle={(event) => setOpen(event.newState === 'open')}
      >
        {open && panel()}
      </div>
    </>
  );
}
