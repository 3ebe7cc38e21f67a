import { useEffect, useId, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import { Button } from '../Button.tsx';
import { Modal } from '../Modal.tsx';
import { offerByHand, onTextByHand, type TextByHand, textByHand } from './textByHand.ts';

/** Shows what the browser did not let the page copy, selected in a field. Stands once in the page. */
export function CopyByHand() {
  const offered = useSyncExternalStore(onTextByHand, textByHand);
  // The text is an account's: it goes with the page of the account.
  useEffect(() => () => offerByHand(null), []);
  return offered && <Field offered={offered} onClose={() => offerByHand(null)} />;
}

function Field({
  offered: { text, what },
  onClose,
}: {
  readonly offered: TextByHand;
  readonly onClose: () => void;
}) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  // One press of the keys that copy is all that is left to do: only the browser can select it.
  useLayoutEffect(() => field.current?.select(), [text]);
  return (
    <Modal aria-labelledby={id} onClose={onClose} className="w-xl p-4">
      <h2 id={id} className="font-semibold text-lg">
        Copy {what}
      </h2>
      <p className="mt-1 text-muted text-sm">
        This browser does not let the page copy. The text is selected: press Ctrl+C, or ⌘C on a Mac.
      </p>
      <textarea
        ref={field}
        data-first-focus
        readOnly
        aria-label={`Text of ${what}`}
        value={text}
        rows={6}
        spellCheck={false}
        className="mt-3 block w-full rounded-md border border-edge bg-canvas p-2 font-mono text-sm"
      />
      <div className="mt-3 flex justify-end">
        <Button onClick={onClose}>Close</Button>
      </div>
    </Modal>
  );
}
