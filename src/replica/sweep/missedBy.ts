import type { Judgement } from './judgeWalk.ts';
import type { SeenRows } from './SeenRows.ts';

/** Proven walks that must miss a row before it counts as gone. */
const GONE_AFTER_PROVEN = 2;
/** The same for walks that prove nothing, since the total lies: four sound ones, twelve others. */
const GONE_AFTER_WEIGHT = 12;
const SOUND_WEIGHT = 3;

/** For rows that walks missed: how many proven ones, and the weight of all. */
export type MissedRows = Map<number, { proven: number; weight: number }>;

/** Notes in `missed` the rows that no walk from `since` on has seen. Returns those that are gone. */
export function missedBy(
  { proven, sound, since }: Pick<Judgement, 'proven' | 'sound' | 'since'>,
  seen: SeenRows,
  missed: MissedRows,
): readonly number[] {
  const gone: number[] = [];
  for (const key of seen.unseenSince(since)) {
    const before = missed.get(key) ?? { proven: 0, weight: 0 };
    const now = {
      proven: before.proven + (proven ? 1 : 0),
      weight: before.weight + (sound ? SOUND_WEIGHT : 1),
    };
    missed.set(key, now);
    if (now.proven >= GONE_AFTER_PROVEN || now.weight >= GONE_AFTER_WEIGHT) gone.push(key);
  }
  return gone;
}
