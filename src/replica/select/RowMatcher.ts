/** True when the row has what is asked for. */
export type RowMatcher = (row: number) => boolean;

/** True where one of the matchers is. */
export function oneOf(matchers: readonly RowMatcher[]): RowMatcher {
  const [first] = matchers;
  if (!first) return () => false;
  return matchers.length === 1 ? first : (row) => matchers.some((matches) => matches(row));
}
