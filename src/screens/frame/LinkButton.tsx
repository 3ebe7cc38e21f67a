import { Check, Link } from 'lucide-react';
import { Button } from '../../ui/Button.tsx';
import { useCopy } from '../../ui/clipboard/useCopy.ts';
import { useAddress } from './view/useView.ts';

/** Copies the address of this view: everything but the person's token and private preferences. */
export function LinkButton() {
  const address = useAddress();
  const [state, copy] = useCopy();
  return (
    <Button variant="plain" onClick={() => void copy(address.link(), 'the link of this view')}>
      {state === 'copied' ? (
        <Check aria-hidden="true" className="size-3.5" />
      ) : (
        <Link aria-hidden="true" className="size-3.5" />
      )}
      <span aria-live="polite" className="max-sm:sr-only">
        {state === 'copied' ? 'Copied' : 'Copy link'}
      </span>
    </Button>
  );
}
