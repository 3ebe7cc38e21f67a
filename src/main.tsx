import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { surviveTranslation } from './app/surviveTranslation.ts';
import { inNextTask } from './lib/tasks/inNextTask.ts';
import { holdReplica } from './screens/frame/replicaHolder.ts';
import { keepTeamInAddress } from './screens/frame/team/keepTeamInAddress.ts';
import { createAddress } from './screens/frame/view/address.ts';
import { AddressProvider } from './screens/frame/view/useView.ts';
import { startViews } from './screens/views/saved/startViews.ts';
import { createBrowserSession } from './session/createBrowserSession.ts';
import { SessionProvider } from './session/useSession.ts';
import './styles.css';
import { startTheme } from './ui/theme.ts';

surviveTranslation(Node.prototype);
startTheme();
// In a task of its own: all scripts were read in this one.
inNextTask(start);

function start(): void {
  // Before anything reads the address: a token in it is removed.
  const session = createBrowserSession();
  const address = createAddress(window);
  keepTeamInAddress(session, address);
  void startViews(address, window);
  const queryClient = new QueryClient({
    // A local gateway answers while the browser believes itself offline.
    defaultOptions: { queries: { networkMode: 'always', refetchOnWindowFocus: false } },
  });
  const replicas = holdReplica(session, queryClient);

  const root = document.getElementById('root');
  if (root) {
    createRoot(root).render(
      <StrictMode>
        <QueryClientProvider client={queryClient}>
          <SessionProvider value={session}>
            <AddressProvider value={address}>
              <App replicas={replicas} />
            </AddressProvider>
          </SessionProvider>
        </QueryClientProvider>
      </StrictMode>,
    );
  }
}
