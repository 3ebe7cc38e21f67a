import { QueryClient } from '@tanstack/react-query';
import type { Build } from '../../../contract/build.ts';
import { createReplica, type Replica } from '../../../replica/createReplica.ts';
import { listOf } from '../../../replica/testing/listOf.ts';

/**
 * A replica that holds these builds, never started: it asks for nothing. A test that changes them
 * gives the list of its own.
 */
export function fakeReplica(
  builds: readonly Build[],
  parts: Partial<Replica> = {},
  { table } = listOf(builds),
): Replica {
  const replica = createReplica({
    token: 'none',
    queryClient: new QueryClient(),
    onUnauthorized: () => {},
  });
  return { ...replica, table, ...parts };
}
