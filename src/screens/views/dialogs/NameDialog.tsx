import { useId, useRef, useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { ViewDialog } from './ViewDialog.tsx';

export interface NameDialogProps {
  readonly title: string;
  /** What the view shows, in words. */
  readonly about: string;
  readonly initial: string;
  readonly problemOf: (name: string) => string | null;
  readonly onName: (name: string) => void;
  readonly onClosed: () => void;
}

/** Asks for the name of a view, and says in place why one cannot be had. */
export function NameDialog(props: NameDialogProps) {
  const { title, about, initial, problemOf, onName, onClosed } = props;
  const [name, setName] = useState(initial);
  const [isAsked, setAsked] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const problem = problemOf(name);
  // An empty field is no mistake before the person means it.
  const shown = isAsked || name.trim() !== '' ? problem : null;
  return (
    <ViewDialog title={title} dialog={dialog} onClosed={onClosed}>
      <p className="text-sm text-muted wrap-anywhere">{about}</p>
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (problem !== null) return;
          onName(name);
          dialog.current?.close();
        }}
      >
        <label htmlFor={id} className="flex flex-col gap-1 text-sm">
          Name
          <input
            id={id}
            value={name}
            autoComplete="off"
            aria-invalid={shown !== null}
            aria-describedby={`${id}problem`}
            onFocus={(event) => event.currentTarget.select()}
            onChange={(event) => setName(event.currentTarget.value)}
            className="h-8 rounded-md border border-edge bg-canvas px-2 text-base max-sm:h-11"
          />
        </label>
        <p id={`${id}problem`} aria-live="polite" className="min-h-5 text-sm text-bad">
          {shown}
        </p>
        <div className="flex justify-end gap-2">
          <Button variant="plain" onClick={() => dialog.current?.close()}>
            Cancel
          </Button>
          <Button variant="primary" type="submit">
            Save
          </Button>
        </div>
      </form>
    </ViewDialog>
  );
}
