export interface FoundFailure {
  readonly position: number;
  /** The search went on from the other end. */
  readonly wrapped: boolean;
}

/**
 * The next failure from a position (null: before the first, or after the last), in steps of 1 or
 * -1; goes on from the other end. The position itself comes last. Null when there is none.
 */
export function findFailure(
  count: number,
  from: number | null,
  step: 1 | -1,
  isFailure: (position: number) => boolean,
): FoundFailure | null {
  const start = from ?? (step === 1 ? -1 : count);
  for (let gone = 1; gone <= count; gone += 1) {
    const at = start + step * gone;
    const position = ((at % count) + count) % count;
    if (isFailure(position)) return { position, wrapped: from !== null && at !== position };
  }
  return null;
}
