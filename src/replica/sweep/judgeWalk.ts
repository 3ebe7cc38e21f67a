import { isWhole, type Walk } from './Walk.ts';

/** What is known from the walks before. */
export interface EarlierWalks {
  /** Rows of the walk before, -1 when it did not come to an end. */
  readonly lastSeen: number;
  /** The walks since which the total has not moved, and the different rows seen since. */
  readonly steady: {
    readonly from: number;
    readonly total: number | null;
    readonly seen: number;
    readonly moved: boolean;
  };
}

export interface Judgement {
  /** The rows seen since the walk `since` are exactly the server's. */
  readonly proven: boolean;
  readonly since: number;
  /** It came to its end, and met no page twice. */
  readonly reliable: boolean;
  /** All its pages hang together too. */
  readonly sound: boolean;
  /** The next walk may be compared with what this one saw. */
  readonly comparable: boolean;
}

/**
 * What a walk that is done shows. It is proven where it saw as many different rows as the server
 * counts, with no gap; where all walks since the total last moved did so together; where nothing
 * is counted, by seeing exactly what the walk before saw; or where nothing is there.
 */
export function judgeWalk(walk: Walk, { lastSeen, steady }: EarlierWalks): Judgement {
  const reliable = walk.closed && !walk.repeating && walk.jumps === 0;
  const sound = reliable && isWhole(walk);
  // Pages of one row share none with a neighbour: there only agreement shows soundness.
  const lone = reliable && walk.expect <= 1;
  const counted = sound && walk.closeTotal !== null && walk.seen === walk.closeTotal;
  const together = walk.closed && !steady.moved && steady.seen === steady.total;
  const agreed =
    (sound || lone) &&
    walk.closeTotal === null &&
    walk.seen === lastSeen &&
    walk.seenAgain === walk.seen;
  const empty = walk.seen === 0 && walk.closed && (walk.total ?? 0) === 0;
  return {
    proven: counted || together || agreed || empty,
    since: together && !counted ? steady.from : walk.no,
    reliable,
    sound,
    comparable: sound || lone,
  };
}
