/** What parts made; null: there are parts left. */
export type Taken<T> = { readonly value: T } | null;

/**
 * Takes parts of some work for at most `budgetMs` milliseconds, at least one. A part ends where
 * the work yields; it takes less than a millisecond.
 */
export function takeParts<T>(
  parts: Iterator<void, T>,
  budgetMs: number,
  clock: () => number = () => performance.now(),
): Taken<T> {
  const end = clock() + budgetMs;
  do {
    const { done, value } = parts.next();
    if (done) return { value };
  } while (clock() < end);
  return null;
}

/** Takes all parts at once. */
export function allParts<T>(parts: Iterator<void, T>): T {
  for (;;) {
    const { done, value } = parts.next();
    if (done) return value;
  }
}
