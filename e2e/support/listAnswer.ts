import type { Build } from '../../src/contract/build.ts';
import type { FaultCall, FaultScript } from './faultServer.ts';

/** An account's list that a test may change at any time. */
export interface FaultList {
  builds: readonly unknown[];
  /** The largest page that is given, whatever is asked. */
  cap: number;
}

/** The contract's answer to a call, from the list as it stands. */
export function listAnswer(list: FaultList, { offset, limit }: FaultCall): object {
  const used = Math.min(limit, list.cap);
  return {
    total_count: list.builds.length,
    offset,
    limit: used,
    data: list.builds.slice(offset, offset + used),
    status: 'success',
  };
}

/** Answers from a list, 401 to any token but its own. */
export function listScript(lists: Readonly<Record<string, FaultList>>): FaultScript {
  return (call, reply) => {
    const list = Object.hasOwn(lists, call.token) ? lists[call.token] : undefined;
    if (list) reply.json(listAnswer(list, call));
    else reply.send({ status: 401 });
  };
}

const MINUTE = 60_000;

/** Finished builds with one artifact each, newest first, one a minute before `now`. */
export function plainBuilds(count: number, name = 'app', now = Date.now()): Build[] {
  return Array.from({ length: count }, (_, index) => {
    const at = (minutes: number) => new Date(now - (index + minutes) * MINUTE).toISOString();
    const times = { createdAt: at(3), startedAt: at(2), completedAt: at(1) };
    return {
      id: `${name}-${index}`,
      imageName: `${name}-${index}`,
      imageTag: 'latest',
      status: 'COMPLETED',
      ...times,
      artifacts: [
        {
          id: `${name}-${index}-artifact`,
          artifactType: 'CONTAINER_IMAGE',
          status: 'COMPLETED',
          fullImagePath: `registry.test/${name}-${index}:latest`,
          errorMessage: null,
          ...times,
        },
      ],
    };
  });
}
