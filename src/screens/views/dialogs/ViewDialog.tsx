import { type ReactNode, type RefObject, useId } from 'react';

export interface ViewDialogProps {
  readonly title: string;
  /** To be closed by: `ref.current?.close()`, which gives the focus back. */
  readonly dialog: RefObject<HTMLDialogElement | null>;
  /** Once it is closed, in whichever way. */
  readonly onClosed: () => void;
  readonly children: ReactNode;
}

/** A small modal dialog: Escape, and a click beside it, close it. */
export function ViewDialog({ title, dialog, onClosed, children }: ViewDialogProps) {
  const id = useId();
  return (
    <dialog
      ref={(element) => {
        dialog.current = element;
        if (element && !element.open) element.showModal();
      }}
      aria-labelledby={id}
      onClose={onClosed}
      onClick={(event) => {
        if (event.target === event.currentTarget) event.currentTarget.close();
      }}
      className="m-auto w-[min(26rem,calc(100vw-2rem))] rounded-lg border border-line bg-raised text-ink shadow-lg backdrop:bg-[rgb(0_0_0/0.4)]"
    >
      <div className="flex flex-col gap-3 p-4">
        <h2 id={id} className="text-base font-semibold wrap-anywhere">
          {title}
        </h2>
        {children}
      </div>
    </dialog>
  );
}
