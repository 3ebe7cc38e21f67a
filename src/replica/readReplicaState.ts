import type { ReplicaEngine } from './ReplicaEngine.ts';
import type { Completeness, ReplicaState } from './ReplicaState.ts';

/** What screens are told of the engine, as it stands. `now`: milliseconds since the epoch. */
export function readReplicaState(engine: ReplicaEngine, now: number): ReplicaState {
  const { rows, rounds, due } = engine;
  const { walk } = rows.sweep;
  return {
    completeness: completenessOf(engine),
    loaded: rows.store.size,
    total: rows.total,
    version: rows.version,
    updatedAt: rows.updatedAt,
    apiTime: engine.apiTime,
    error: engine.error,
    fetching: engine.calling > 0,
    nextCheckAt: due.nextCheckAt,
    paused: rounds.wishes.paused,
    unreadable: rows.unreadable.list,
    unread: rows.unreadable.size,
    active: rows.store.activeRows(now).active.length,
    changedRows: rounds.flash.rows(now),
    restoredFrom: rounds.restoredFrom,
    walk: walk ? { seen: walk.seen, total: walk.total ?? rows.total } : null,
    pollEveryMs: due.everyMs,
    pacedUntil: due.pacedUntil,
    verifying: rounds.verifying,
    account: rows.account,
    keepsCopy: engine.kept.keeper.on,
    copyLeft: engine.kept.keeper.left,
  };
}

function completenessOf({ rows, rounds }: ReplicaEngine): Completeness {
  const { sweep } = rows;
  if (rounds.wishes.stopped) return 'stopped';
  if (sweep.verdict === 'proven') return 'complete';
  if (sweep.verdict === 'unprovable') return 'unprovable';
  if (sweep.verdict === 'unproven') return 'incomplete';
  if (rows.store.size === 0 && !sweep.walk) return 'empty';
  return rounds.wishes.walkEndedAt === null && rounds.restoredFrom === null
    ? 'loading'
    : 'checking';
}
