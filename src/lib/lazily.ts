/**
 * What is made when it is first asked for, and kept: each object of `Intl` takes a browser some
 * milliseconds, which a page that opens has better use for.
 */
export function lazily<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
