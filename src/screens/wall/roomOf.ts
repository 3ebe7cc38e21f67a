/** The height of a line and the usual width of a letter, of the size of letters. */
const LINE = 1.3;
const LETTER = 0.56;
/** As wide as a time beside a name. Letters. */
const BESIDE = 11;
/** The line between two rows. Pixels. */
const RULE = 1;
/** What divides evenly may come out a hair below it. Rows. */
const HAIR = 1e-9;

/** What a list of a wall has room for. */
export interface Room {
  readonly rows: number;
  /** In one line, beside what stands there; wide letters are fewer. */
  readonly letters: number;
}

/** A name of fewer letters says nothing. */
const FEWEST = 8;

/** How many whole rows of `lines` lines, and letters in each, have room. Sizes in pixels. */
export function roomOf(width: number, height: number, fontSize: number, lines: number): Room {
  if (!(fontSize > 0)) return { rows: 0, letters: FEWEST };
  return {
    rows: Math.floor(height / (lines * LINE * fontSize + RULE) + HAIR),
    letters: Math.max(FEWEST, Math.floor(width / (LETTER * fontSize)) - BESIDE),
  };
}
