import { useSyncExternalStore } from 'react';
import { ListProviders } from './app/ListProviders.tsx';
import { LiveNews } from './app/LiveNews.tsx';
import { LENSES } from './app/lenses.ts';
import { preload } from './app/preload.ts';
import { ListFrame } from './screens/frame/ListFrame.tsx';
import { currentLens } from './screens/frame/lens/currentLens.ts';
import { LensNavPlace } from './screens/frame/lens/LensNavPlace.tsx';
import { OneAccount } from './screens/frame/OneAccount.tsx';
import type { ReplicaHolder } from './screens/frame/replicaHolder.ts';
import { TopBar } from './screens/frame/TopBar.tsx';
import { useAddress, useView } from './screens/frame/view/useView.ts';
import { TimelinePlace } from './screens/timeline/TimelinePlace.tsx';
import { ViewBarPlace } from './screens/views/ViewBarPlace.tsx';
import { useGatewayInfo } from './session/useGatewayInfo.ts';
import { useSession, useSessionStore } from './session/useSession.ts';
import { Boundary } from './ui/Boundary.tsx';
import { Broken } from './ui/Broken.tsx';
import { Button } from './ui/Button.tsx';
import { lazyPiece } from './ui/lazyPiece.ts';
import { Message } from './ui/Message.tsx';
import { Piece } from './ui/Piece.tsx';

const SignInScreen = lazyPiece(async () => {
  const { SignInScreen } = await import('./screens/frame/SignInScreen.tsx');
  preload();
  return SignInScreen;
});

const OtherTeam = lazyPiece(
  async () => (await import('./screens/frame/team/OtherTeam.tsx')).OtherTeam,
);

const LensNav = lazyPiece(async () => (await import('./screens/frame/lens/LensNav.tsx')).LensNav);
const WatchTool = lazyPiece(async () => (await import('./screens/away/WatchTool.tsx')).WatchTool);
const ListTools = lazyPiece(async () => (await import('./app/ListTools.tsx')).ListTools);
const ListExtras = lazyPiece(async () => (await import('./app/ListExtras.tsx')).ListExtras);

const WallRefused = lazyPiece(
  async () => (await import('./screens/wall/WallRefused.tsx')).WallRefused,
);

const CopyByHand = lazyPiece(
  async () => (await import('./ui/clipboard/CopyByHand.tsx')).CopyByHand,
);

/** The frame: the sign-in, or the builds; both while a refused token waits for another. */
export function App({ replicas }: { readonly replicas: ReplicaHolder }) {
  const session = useSession();
  const store = useSessionStore();
  const info = useGatewayInfo();
  const replica = useSyncExternalStore(replicas.subscribe, replicas.get);
  const address = useAddress();
  const [view] = useView();
  const whole = currentLens(LENSES, view)?.whole === true;
  const asked = useSyncExternalStore(address.subscribe, address.team);

  if (session.kind === 'starting') return null;
  if (replica === null || session.kind === 'signed-out') {
    return (
      <Piece>
        <SignInScreen />
      </Piece>
    );
  }
  const refused = session.kind === 'refused';
  const { team } = session;
  const isOther = asked !== null && asked !== team && !refused;
  return (
    <ListProviders replica={replica}>
      <div
        data-scroller
        className="flex h-full flex-col compact:block compact:overflow-y-auto compact:[overflow-anchor:none]"
      >
        {!whole && (
          <TopBar
            info={info}
            team={team}
            onSignOut={() => void store.signOut()}
            tools={
              <Piece fallback={<span className="w-8.5 max-sm:w-11" />}>
                <WatchTool />
              </Piece>
            }
          >
            <Piece fallback={<LensNavPlace />}>
              <LensNav />
            </Piece>
          </TopBar>
        )}
        <main className="relative flex min-h-0 flex-1 flex-col compact:block">
          {session.kind === 'signed-in' && session.note !== null && !whole && (
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
            className={`flex min-h-0 flex-1 flex-col print:overflow-visible compact:block ${refused ? 'opacity-40' : ''}`}
          >
            <Boundary fallback={(retry, error) => <Broken retry={retry} error={error} />}>
              <OneAccount>
                {isOther ? (
                  <Piece>
                    <OtherTeam asked={asked} held={team} />
                  </Piece>
                ) : (
                  <ListFrame
                    viewBar={<ViewBarPlace />}
                    above={<TimelinePlace />}
                    news={<LiveNews />}
                    tools={<ListTools />}
                  >
                    <ListExtras />
                  </ListFrame>
                )}
                <Piece>
                  <CopyByHand />
                </Piece>
              </OneAccount>
            </Boundary>
          </div>
          {refused && whole && (
            <Piece>
              <WallRefused />
            </Piece>
          )}
          {refused && !whole && (
            <div className="absolute inset-0 grid place-items-center overflow-auto p-4 compact:fixed">
              <Piece>
                <SignInScreen compact />
              </Piece>
            </div>
          )}
        </main>
      </div>
    </ListProviders>
  );
}
