import { useState } from 'react';
import { useSessionStore } from '../../../session/useSession.ts';
import { Button } from '../../../ui/Button.tsx';
import { Message } from '../../../ui/Message.tsx';
import { useAddress } from '../view/useView.ts';
import { openTeam } from './openTeam.ts';

export interface OtherTeamProps {
  /** The team that the address names. */
  readonly asked: string;
  /** The team whose builds are held here; null for the person's own. */
  readonly held: string | null;
}

/**
 * In place of the list where the address names another team than the session: which of the two is
 * meant is the person's to say, and no list is shown as the other one.
 */
export function OtherTeam({ asked, held }: OtherTeamProps) {
  const session = useSessionStore();
  const address = useAddress();
  const [progress, setProgress] = useState<'idle' | 'checking' | { readonly problem: string }>(
    'idle',
  );
  const open = async () => {
    setProgress('checking');
    const problem = await openTeam(session, asked);
    setProgress(problem === null ? 'idle' : { problem });
  };

  return (
    <section aria-label="Another list" className="mx-auto w-full max-w-xl p-4">
      <h2 tabIndex={-1} ref={focus} className="font-semibold text-lg">
        This address is of another list
      </h2>
      <p className="mt-2">
        It names the team <Id of={asked} />. You are signed in to{' '}
        {held === null ? (
          'your own builds'
        ) : (
          <>
            the team <Id of={held} />
          </>
        )}
        , so nothing is shown yet.
      </p>
      <div className="mt-4 flex flex-wrap gap-2">
        <Button
          variant="primary"
          size="medium"
          aria-disabled={progress === 'checking'}
          onClick={() => progress !== 'checking' && void open()}
        >
          {progress === 'checking' ? 'Checking…' : 'Open that team’s builds'}
        </Button>
        <Button size="medium" onClick={() => address.nameTeam(held)}>
          {held === null ? 'Stay with my own builds' : 'Stay with my team’s builds'}
        </Button>
      </div>
      {typeof progress === 'object' && (
        <Message role="alert" tone="bad" className="mt-4">
          {progress.problem}
        </Message>
      )}
    </section>
  );
}

/** What had the focus may be gone: whoever reads by ear begins with what happened. */
function focus(heading: HTMLElement | null) {
  heading?.focus({ preventScroll: true });
}

function Id({ of }: { readonly of: string }) {
  return <code className="font-mono wrap-anywhere">{of}</code>;
}
