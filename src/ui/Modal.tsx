import { type ComponentProps, useLayoutEffect, useRef } from 'react';
import { isComposing } from '../lib/isComposing.ts';
import { classes } from './classes.ts';

export interface ModalProps extends Omit<ComponentProps<'dialog'>, 'ref' | 'open'> {
  /** Escape, the browser's own way back, or a press beside it. */
  readonly onClose: () => void;
}

/** A dialog over the page for as long as it is drawn; then the focus goes back where it was. */
export function Modal({ onClose, className, children, ...rest }: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null);

  // Only the browser can put the rest of the page out of reach and bring the focus back.
  useLayoutEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    element?.showModal();
    element?.querySelector<HTMLElement>('[data-first-focus]')?.focus();
    return () => {
      element?.close();
      if (before instanceof HTMLElement && before.isConnected) {
        before.focus({ preventScroll: true });
      }
    };
  }, []);

  return (
    <dialog
      {...rest}
      ref={dialog}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented || isComposing(event)) return;
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => {
        // What is beside the box belongs to its backdrop, and so to the dialog itself.
        if (event.target === event.currentTarget && isBeside(event)) onClose();
      }}
      className={classes(
        'm-auto max-h-[calc(100dvh-2rem)] max-w-[calc(100vw-2rem)] rounded-xl border border-line bg-raised text-ink shadow-xl backdrop:bg-[rgb(0_0_0/0.4)]',
        className,
      )}
    >
      {children}
    </dialog>
  );
}

function isBeside(event: React.PointerEvent<HTMLElement>): boolean {
  const box = event.currentTarget.getBoundingClientRect();
  const { clientX: x, clientY: y } = event;
  return x < box.left || x > box.right || y < box.top || y > box.bottom;
}
