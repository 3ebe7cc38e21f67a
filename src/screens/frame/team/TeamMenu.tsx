import { middleCut } from '../../../lib/text.ts';
import { useSessionStore } from '../../../session/useSession.ts';
import { useCopy } from '../../../ui/clipboard/useCopy.ts';
import { Menu } from '../../../ui/Menu.tsx';
import { openTeam } from './openTeam.ts';

/** Whose builds these are where they are a team's, and the way back to one's own. */
export function TeamMenu({ team }: { readonly team: string }) {
  const session = useSessionStore();
  const [, copy] = useCopy();
  const openOwn = async () => {
    const problem = await openTeam(session, null);
    if (problem !== null) session.say(problem);
  };
  return (
    <Menu
      aria-label={`Builds of the team ${team}`}
      title={`Builds of the team ${team}`}
      className="min-w-0 shrink"
      label={
        <span className="truncate">
          Team <span className="font-mono max-lg:sr-only">{middleCut(team, 9)}</span>
        </span>
      }
      items={[
        { label: 'Open your own builds', onSelect: () => void openOwn() },
        { label: 'Copy the team id', onSelect: () => void copy(team, 'the team id') },
      ]}
    />
  );
}
