import { Button } from './Button.tsx';
import { isMissingPiece } from './isMissingPiece.ts';
import { Message } from './Message.tsx';

/**
 * What stands where something could not be drawn: the fallback of a `Boundary`. A piece that is
 * gone from the server comes back by a reload alone, which is the person's to choose.
 */
export function Broken({ retry, error }: { readonly retry: () => void; readonly error: unknown }) {
  const missing = isMissingPiece(error);
  return (
    <Message
      tone={missing ? 'waiting' : 'bad'}
      role="alert"
      className="m-3"
      action={
        <Button onClick={missing ? () => window.location.reload() : retry}>
          {missing ? 'Reload' : 'Draw again'}
        </Button>
      }
    >
      {missing
        ? 'This part of the page could not be loaded: there may be a newer version of it. Reload the page; your view is kept.'
        : 'This part of the page could not be drawn.'}
    </Message>
  );
}
