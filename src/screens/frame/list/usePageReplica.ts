import type { Replica } from '../../../replica/createReplica.ts';
import { provided } from '../../../ui/provided.ts';

/** The replica of who is signed in. */
export const [ReplicaProvider, usePageReplica] = provided<Replica>('Replica');
