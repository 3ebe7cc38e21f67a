/** The answer to a query: which builds, in which order, and the counts that come with them. */
export interface Selection {
  /** Row numbers of the store, in order. A row number stays with its build for good. */
  readonly order: Uint32Array;
  /** Builds in the store. */
  readonly total: number;
  /**
   * For each value of a facet, how many builds there would be if the clauses on that facet were
   * replaced by this value alone and all others stayed. The contract's values in its
   * order, then unknown words; for `artifact` most first.
   */
  readonly facets: {
    readonly status: readonly FacetCount[];
    readonly artifact: readonly FacetCount[];
  };
  /** For each clause of the query, how many builds more there would be without it. */
  readonly withoutClause: readonly number[];
}

export interface FacetCount {
  readonly value: string;
  readonly count: number;
}
