import { Eye, EyeOff } from 'lucide-react';
import { type ClipboardEvent, type DragEvent, type RefObject, useId, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { cleanToken } from '../cleanToken.ts';

export interface TokenFieldProps {
  readonly ref: RefObject<HTMLInputElement | null>;
  readonly invalid: boolean;
  /** Ids of the texts that describe the field. */
  readonly describedBy: string;
  readonly onEdit: () => void;
  /** A paste that holds no token that could be sent: the field stays as it was. */
  readonly onProblem: (problem: string) => void;
}

/**
 * The field that a token is pasted into, masked until it is revealed.
 *
 * A plain password field: browsers put it in the accessibility tree as a text box with its value
 * masked, whereas a text field masked by style would be read aloud. It may carry no role (ARIA in
 * HTML). React never holds its value, because React copies a value it holds into an attribute,
 * where the token would stand in the page.
 */
export function TokenField({ ref, invalid, describedBy, onEdit, onProblem }: TokenFieldProps) {
  const id = useId();
  const [shown, setShown] = useState(false);

  /** Text fields drop line breaks without a word, so a paste is looked at before it goes in. */
  const take = (
    event: ClipboardEvent<HTMLInputElement> | DragEvent<HTMLInputElement>,
    text: string,
  ) => {
    if (text === '') return;
    const field = event.currentTarget;
    event.preventDefault();
    const from = field.selectionStart ?? field.value.length;
    const to = field.selectionEnd ?? from;
    const cleaned = cleanToken(field.value.slice(0, from) + text + field.value.slice(to));
    if ('problem' in cleaned) {
      onProblem(cleaned.problem);
      return;
    }
    field.value = cleaned.token;
    onEdit();
  };

  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-medium">
        API token
      </label>
      <div className="flex gap-2">
        <input
          ref={ref}
          id={id}
          type={shown ? 'text' : 'password'}
          autoComplete="off"
          autoCapitalize="off"
          autoCorrect="off"
          spellCheck={false}
          aria-invalid={invalid}
          aria-describedby={describedBy}
          className="h-9 min-w-0 flex-1 rounded-md border border-edge bg-canvas px-2.5 font-mono text-ink aria-invalid:border-bad max-sm:h-11 max-sm:text-[1rem]"
          onInput={onEdit}
          onPaste={(event) => take(event, event.clipboardData.getData('text/plain'))}
          onDrop={(event) => take(event, event.dataTransfer.getData('text/plain'))}
        />
        <Button
          className="h-9 w-9 max-sm:w-11"
          aria-label="Show token"
          title="Show token"
          aria-pressed={shown}
          onClick={() => setShown(!shown)}
        >
          {shown ? (
            <EyeOff aria-hidden="true" className="size-4" />
          ) : (
            <Eye aria-hidden="true" className="size-4" />
          )}
        </Button>
      </div>
    </div>
  );
}
