import { type Ask, FIRST_LIMIT, overlapOf } from './Ask.ts';
import { firstGap, withStretch } from './cover.ts';
import type { Chain } from './PageChains.ts';
import type { Walk } from './Walk.ts';

/** What a walk does next: a call, or its next phase; null while it waits, and when it is done. */
export type Step = Ask | Exclude<Walk['phase'], 'reading'> | null;

/** The next step of a walk as it stands. Pure. */
export function nextStep(walk: Walk): Step {
  if (walk.phase === 'reading') {
    return nextReading(walk) ?? (walk.inFlight.length > 0 ? null : 'mending');
  }
  if (walk.phase === 'done' || walk.inFlight.length > 0) return null;
  if (walk.phase === 'mending') {
    return nextMend(walk) ?? (walk.answers === 1 ? 'done' : 'closing');
  }
  // Where every page is the first one, a large one shows the most of it.
  const limit = walk.repeating ? FIRST_LIMIT : Math.min(FIRST_LIMIT, walk.limit);
  return { offset: walk.closeAt, limit };
}

/** The first position that no page covers or is on its way to cover. */
function nextReading(walk: Walk): Ask | null {
  const alone = walk.gently && walk.answers === 0;
  if (alone) return walk.inFlight.length > 0 ? null : { offset: 0, limit: FIRST_LIMIT };
  const coming = walk.inFlight.reduce(
    (cover, ask) =>
      withStretch(cover, { from: ask.offset, to: ask.offset + Math.min(ask.limit, walk.expect) }),
    walk.cover,
  );
  const gap = firstGap(coming, 0);
  if (gap.from >= walk.endAt) return null;
  const beyond = walk.total !== null && !walk.totalTooLow && gap.from >= walk.total;
  if (beyond && walk.inFlight.length > 0) return null;
  const overlap = walk.stuck.has(gap.from) ? 0 : overlapOf(walk.expect);
  const offset = Math.max(0, gap.from - overlap);
  const whole = gap.to === Infinity ? walk.limit : gap.to - offset + overlap;
  return { offset, limit: Math.min(walk.limit, whole) };
}

/**
 * Where the chain from the top stops short of the end: backwards from the next chain, or forwards
 * from the top's, in turn. Rows that vanish pull the list up, rows that appear push it down, and
 * one of the two finds the shared row.
 */
function nextMend(walk: Walk): Ask | null {
  if (walk.expect <= 1 || walk.chains.whole || walk.mends.size >= 8 + walk.answers / 2) return null;
  const chains = walk.chains.chains();
  const top = lowest(chains.filter((chain) => chain.head));
  if (!top) return null;
  const below = chains
    .filter((chain) => chain !== top && !chain.head && chain.to > top.to)
    .sort((a, b) => a.from - b.from)[0];
  const overlap = overlapOf(walk.expect);
  const forward = { offset: Math.max(0, top.to - overlap), limit: walk.limit };
  const back = below && { ...forward, offset: Math.max(0, below.from + overlap - walk.expect) };
  const turn = walk.mends.size % 2 === 0 && back && below.from <= top.to;
  // The same page at the same place would answer the same.
  const asks = turn ? [back, forward] : [forward, back];
  return asks.find((one) => one && !walk.mends.has(one.offset)) ?? null;
}

function lowest(chains: readonly Chain[]): Chain | undefined {
  return chains.reduce<Chain | undefined>(
    (found, chain) => (found && found.to >= chain.to ? found : chain),
    undefined,
  );
}
