import { Button } from '../../ui/Button.tsx';
import { Message } from '../../ui/Message.tsx';

export interface LinkOfferProps {
  readonly name: string;
  /** Why it cannot be saved, null when it can. */
  readonly problem: string | null;
  readonly onSave: () => void;
  readonly onDecline: () => void;
}

/** A shared link brought a view with a name: it can be kept under it. */
export function LinkOffer({ name, problem, onSave, onDecline }: LinkOfferProps) {
  return (
    <Message
      tone="info"
      role="note"
      className="mt-2"
      action={
        <span className="flex gap-2">
          {problem === null && (
            <Button onClick={onSave}>
              <span className="max-w-64 truncate">Save “{name}”</span>
            </Button>
          )}
          <Button variant="plain" onClick={onDecline}>
            Not now
          </Button>
        </span>
      }
    >
      {problem ?? 'This link is a view that you have not saved.'}
    </Message>
  );
}
