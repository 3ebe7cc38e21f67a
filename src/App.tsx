import { lazy, Suspense, useSyncExternalStore } from 'react';
import { BuildsScreen } from './screens/builds/BuildsScreen.tsx';
import type { ReplicaHolder } from './screens/replicaHolder.ts';
import { TopBar } from './screens/TopBar.tsx';
import { useGatewayInfo } from './session/useGatewayInfo.ts';
import { useSession, useSessionStore } from './session/useSession.ts';
import { Boundary } from './ui/Boundary.tsx';
import { Button } from './ui/Button.tsx';
import { Message } from './ui/Message.tsx';

const SignInScreen = lazy(async () => ({
  default: (await import('./screens/SignInScreen.tsx')).SignInScreen,
}));

/** The frame: the sign-in, or the builds; both while a refused token waits for another. */
export function App({ replicas }: { readonly replicas: ReplicaHolder }) {
  const session = useSession();
  const store = useSessionStore();
  const info = useGatewayInfo();
  const replica = useSyncExternalStore(replicas.subscribe, replicas.get);

  if (session.kind === 'starting') return null;
  if (replica === null) {
    return (
      <Suspense>
        <SignInScreen />
      </Suspense>
    );
  }
  const refused = session.kind === 'refused';
  return (
    <div className="flex h-full flex-col">
      <TopBar upstream={info.upstream} onSignOut={() => void store.signOut()} />
      <main className="relative flex min-h-0 flex-1 flex-col">
        {session.kind === 'signed-in' && session.note !== null && (
          <Message
            tone="info"
            role="status"
            className="m-3"
            action={<Button onClick={() => store.say(null)}>Understood</Button>}
          >
            {session.note}
          </Message>
        )}
        <div
          inert={refused}
          className={`flex min-h-0 flex-1 flex-col ${refused ? 'opacity-40' : ''}`}
        >
          <Boundary fallback={drawAgain}>
            <BuildsScreen replica={replica} />
          </Boundary>
        </div>
        {refused && (
          <div className="absolute inset-0 grid place-items-center overflow-auto p-4">
            <Suspense>
              <SignInScreen compact />
            </Suspense>
          </div>
        )}
      </main>
    </div>
  );
}

function drawAgain(retry: () => void) {
  return (
    <Message
      tone="bad"
      role="alert"
      className="m-3"
      action={<Button onClick={retry}>Draw again</Button>}
    >
      This part of the page could not be drawn.
    </Message>
  );
}
