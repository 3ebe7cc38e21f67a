/** What the table shows: records by position, found again by key. Compared by reference. */
export interface TableRows<T extends object> {
  readonly count: number;
  readonly at: (position: number) => T;
  readonly keyAt: (position: number) => string;
  readonly positionOf: (key: string) => number | null;
}
