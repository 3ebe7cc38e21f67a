/**
 * What a call is of, and how new its answer has to be. `first`: the first reading of a list of which
 * nothing is known; `walk`: a later reading; `close`: what proves a walk, its last looks; `poll`:
 * the head of the list; `range`: where a poll looks for active builds deeper down.
 */
export type Round = 'first' | 'walk' | 'close' | 'poll' | 'range';
