import type { ReplicaEngine } from './ReplicaEngine.ts';
import type { Completeness, ReplicaState } from './ReplicaState.ts';

/** What screens are told of the engine, as it stands. `now`: milliseconds since the epoch. */
export function readReplicaState(engine: ReplicaEngine, now: number): ReplicaState {
  const { rows, plan } = engine;
  const { walk } = rows.sweep;
  return {
    completeness: completenessOf(engine),
    loaded: rows.store.size,
    total: rows.total,
    version: rows.version,
    updatedAt: rows.updatedAt,
    error: engine.error,
    fetching: engine.calling > 0,
    nextCheckAt: plan.nextCheckAt,
    paused: engine.paused,
    unreadable: rows.unreadable,
    active: rows.store.activeRows(now).active.length,
    changedRows: engine.flash.rows(now),
    restoredFrom: engine.restoredFrom,
    walk: walk ? { seen: walk.seen, total: walk.total ?? rows.total } : null,
    pollEveryMs: plan.everyMs,
    pacedUntil: plan.pacedUntil,
    verifying: engine.verifying,
    keepsCopy: engine.keepsCopy,
  };
}

function completenessOf(engine: ReplicaEngine): Completeness {
  const { sweep } = engine.rows;
  if (engine.stopped) return 'stopped';
  if (sweep.verdict === 'proven') return 'complete';
  if (sweep.verdict === 'unprovable') return 'unprovable';
  if (sweep.verdict === 'unproven') return 'incomplete';
  if (engine.rows.store.size === 0 && !sweep.walk) return 'empty';
  return engine.walkEndedAt === null && engine.restoredFrom === null ? 'loading' : 'checking';
}
