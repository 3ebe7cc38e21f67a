import { Button } from '../../ui/Button.tsx';
import { Message } from '../../ui/Message.tsx';

/** What is loaded late can be gone from the server after a new version was put there. */
export function NotLoaded() {
  return (
    <Message
      tone="bad"
      role="alert"
      className="mx-3 mt-2"
      action={<Button onClick={() => window.location.reload()}>Reload</Button>}
    >
      Saved views could not be loaded. There may be a new version of this page.
    </Message>
  );
}
