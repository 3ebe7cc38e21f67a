/** What pages showed of the list's order: neighbours compared, and those that were older first. */
export interface OrderFacts {
  readonly pairs: number;
  readonly rises: number;
}

export const NO_ORDER: OrderFacts = { pairs: 0, rises: 0 };

/** Clocks of several servers differ a little: this part of the pairs may be the wrong way round. */
const TOLERATED = 0.02;

/** Adds the created times of one page, milliseconds in the order of the answer, null unknown. */
export function withPageOrder(facts: OrderFacts, created: readonly (number | null)[]): OrderFacts {
  let { pairs, rises } = facts;
  let before: number | null = null;
  for (const time of created) {
    if (time !== null && before !== null) {
      pairs += 1;
      if (time > before) rises += 1;
    }
    if (time !== null) before = time;
  }
  return { pairs, rises };
}

/** True when the list runs newest first, as far as seen: then its head shows all news. */
export function isNewestFirst({ pairs, rises }: OrderFacts): boolean {
  return rises <= pairs * TOLERATED;
}
