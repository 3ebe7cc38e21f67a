import { type FormEvent, useId, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { parseComparison } from '../../views/compare/Comparison.ts';
import { withCompare } from '../../views/editView.ts';
import { useView } from '../frame/view/useView.ts';

/** Takes two stretches of time as they are typed; the older one left out is the stretch before. */
export function CompareForm({ onDone }: { readonly onDone: () => void }) {
  const [, actions] = useView();
  const [after, setAfter] = useState('');
  const [before, setBefore] = useState('');
  const [refused, setRefused] = useState(false);
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const sides = [after, before].map((side) => side.trim()).filter((side) => side !== '');
    const written = sides.join(',');
    const read = sides.some((side) => side.includes(',')) ? null : parseComparison(written);
    if (read === null || read.kind === 'batch') {
      setRefused(true);
      return;
    }
    actions.push((now) => withCompare(now, written));
    onDone();
  };
  return (
    <form
      onSubmit={submit}
      noValidate
      aria-label="Two times to compare"
      className="flex shrink-0 flex-wrap items-end gap-2 px-3 py-1 text-sm print:hidden"
    >
      <Field
        id={`${id}after`}
        label="This time"
        value={after}
        onChange={setAfter}
        help={`${id}help`}
      />
      <Field
        id={`${id}before`}
        label="Against (empty: the time before)"
        value={before}
        onChange={setBefore}
        help={`${id}help`}
      />
      <Button type="submit" variant="primary">
        Compare
      </Button>
      <p id={`${id}help`} role={refused ? 'alert' : undefined} className="basis-full text-muted">
        {refused ? 'That is no time with a beginning. ' : ''}
        Such as 2026-11-01..2026-11-07, yesterday, last-week or
        2026-11-20T10:00Z..2026-11-20T11:59Z.
      </p>
    </form>
  );
}

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly help: string;
}

function Field({ id, label, value, onChange, help }: FieldProps) {
  return (
    <span className="flex min-w-0 flex-col">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={value}
        aria-describedby={help}
        onChange={(event) => onChange(event.currentTarget.value)}
        className="h-7 w-72 max-w-full rounded-md border border-edge bg-canvas px-2 max-sm:h-11"
      />
    </span>
  );
}
