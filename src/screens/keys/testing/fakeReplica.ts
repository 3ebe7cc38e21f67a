import { QueryClient } from '@tanstack/react-query';
import type { Build } from '../../../contract/build.ts';
import { createReplica, type Replica } from '../../../replica/createReplica.ts';

/** A replica that holds these builds, never started: it asks for nothing. */
export function fakeReplica(builds: readonly Build[], parts: Partial<Replica> = {}): Replica {
  const replica = createReplica({
    token: 'none',
    queryClient: new QueryClient(),
    onUnauthorized: () => {},
  });
  replica.store.apply(builds, 1);
  return { ...replica, ...parts };
}
