import { Button } from '../../../ui/Button.tsx';
import { useCopy } from '../../../ui/clipboard/useCopy.ts';

/** Copies what is made only once it is asked for, such as a line for each of thousands. */
export function CopyAll({
  label,
  text,
  empty,
}: {
  /** Such as `Copy name:tag list`. */
  readonly label: string;
  readonly text: () => string;
  readonly empty: boolean;
}) {
  const [state, copy] = useCopy();
  return (
    <Button disabled={empty} onClick={() => void copy(text(), label.replace('Copy ', ''))}>
      <span aria-live="polite">{state === 'copied' ? 'Copied' : label}</span>
    </Button>
  );
}
