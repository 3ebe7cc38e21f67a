import { useMemo, useSyncExternalStore } from 'react';
import { BuildsScreen } from './screens/builds/BuildsScreen.tsx';
import type { ReplicaHolder } from './screens/replicaHolder.ts';
import { TopBar } from './screens/TopBar.tsx';
import { useView } from './screens/useView.ts';
import { SignIn } from './session/SignIn.tsx';
import { useGatewayInfo } from './session/useGatewayInfo.ts';
import { useSession, useSessionStore } from './session/useSession.ts';
import { Boundary } from './ui/Boundary.tsx';
import { Button } from './ui/Button.tsx';
import { Message } from './ui/Message.tsx';
import { describeView } from './views/describeView.ts';

/** The frame: the sign-in, or the builds; both while a refused token waits for another. */
export function App({ replicas }: { readonly replicas: ReplicaHolder }) {
  const session = useSession();
  const store = useSessionStore();
  const info = useGatewayInfo();
  const replica = useSyncExternalStore(replicas.subscribe, replicas.get);
  const [view] = useView();
  const summary = useMemo(() => {
    const plain = view.filter.length === 0 && view.sort.length === 0 && view.open.length === 0;
    return plain ? null : describeView(view);
  }, [view]);

  if (session.kind === 'starting') return null;
  if (replica === null) return <SignIn viewSummary={summary} />;
  const refused = session.kind === 'refused';
  return (
    <>
      <div inert={refused} className={`flex h-full flex-col ${refused ? 'opacity-40' : ''}`}>
        <TopBar upstream={info.upstream} onSignOut={() => void store.signOut()} />
        <Boundary
          fallback={(retry) => (
            <Message
              tone="bad"
              role="alert"
              className="m-3"
              action={<Button onClick={retry}>Draw again</Button>}
            >
              This part of the page could not be drawn.
            </Message>
          )}
        >
          <BuildsScreen replica={replica} />
        </Boundary>
      </div>
      {refused && <SignIn compact viewSummary={summary} />}
    </>
  );
}
