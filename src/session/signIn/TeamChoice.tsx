import { type ReactNode, type RefObject, useId, useState } from 'react';
import { cleanTeamId } from '../cleanTeamId.ts';

export interface TeamChoiceProps {
  readonly ref: RefObject<HTMLInputElement | null>;
  /** What the field begins with: the team that the address names, or of the session before. */
  readonly team: string;
  readonly onEdit: () => void;
  /** What is wrong with the id, and the id of that text; null where nothing is. */
  readonly problem: { readonly id: string; readonly text: ReactNode } | null;
}

/**
 * The field for those who want a team's builds: closed until it is asked for, or has a word to say.
 * Then it stays open, so that the id can be mended.
 */
export function TeamChoice({ ref, team, onEdit, problem }: TeamChoiceProps) {
  const id = useId();
  const hint = useId();
  const [open, setOpen] = useState(false);
  return (
    <details
      className="mt-3"
      open={open || team !== '' || problem !== null}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary className="min-h-8 cursor-pointer content-center max-sm:min-h-11">
        A team’s builds
      </summary>
      <label htmlFor={id} className="mt-1 mb-1 block font-medium">
        Team id (optional)
      </label>
      <input
        ref={ref}
        id={id}
        type="text"
        defaultValue={team}
        autoComplete="off"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? hint : `${problem.id} ${hint}`}
        className="h-9 w-full rounded-md border border-edge bg-canvas px-2.5 font-mono text-ink text-sm aria-invalid:border-bad max-sm:h-11 max-sm:text-[1rem]"
        onInput={onEdit}
        onPaste={(event) => {
          const field = event.currentTarget;
          const cleaned = cleanTeamId(event.clipboardData.getData('text/plain'));
          if ('problem' in cleaned || cleaned.teamId === null) return;
          event.preventDefault();
          field.value = cleaned.teamId;
          onEdit();
        }}
      />
      {problem?.text}
      <p id={hint} className="mt-1.5 text-muted text-sm">
        Empty: your own builds. An API that does not know teams shows those in any case. The id
        stands in the address, so that a bookmark opens this list.
      </p>
    </details>
  );
}
