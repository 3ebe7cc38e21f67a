export interface MeasuredChip {
  /** Pixels, with the gap that follows. */
  readonly width: number;
  readonly pressed: boolean;
}

/**
 * Which chips a line of `room` pixels shows, by their place: all where they fit, else first those
 * that are pressed, then the others, each in their order as far as they go, with `more` pixels
 * kept for the button behind which the rest waits.
 */
export function fitChips(chips: readonly MeasuredChip[], room: number, more: number): boolean[] {
  if (chips.reduce((sum, { width }) => sum + width, 0) <= room) return chips.map(() => true);
  const shown = chips.map(() => false);
  let left = room - more;
  for (const pressed of [true, false]) {
    for (const [at, chip] of chips.entries()) {
      if (chip.pressed !== pressed) continue;
      // None is skipped for a later one that is narrower: what is left out is the end.
      if (chip.width > left) return shown;
      left -= chip.width;
      shown[at] = true;
    }
  }
  return shown;
}
