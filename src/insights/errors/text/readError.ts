import { cleanLine } from './cleanLine.ts';
import { ErrorWindow } from './ErrorWindow.ts';
import { fingerprint } from './fingerprint.ts';
import { type Family, guessFamily } from './guessFamily.ts';
import { maskImageName } from './maskImageName.ts';
import { maskLine } from './maskLine.ts';
import { type PhraseReading, readPhrase } from './phrases.ts';
import { type PickedBy, pickLine } from './pickLine.ts';

/** The kind of a failure that says nothing: no text, a blank one, or control characters alone. */
export const NO_MESSAGE = 'no message';

/** What does not depend on the image: read once for each text. */
export interface ErrorLine {
  /** The line that says what went wrong, without terminal codes and a tool's own beginning. */
  readonly line: string;
  /** Its number in the text, from 1, as an editor counts; 0 when no line says anything. */
  readonly lineNumber: number;
  readonly by: PickedBy;
  readonly phrase: PhraseReading | null;
}

/** What an error text says. */
export interface ErrorReading {
  /** See `ErrorLine`. Empty when no line says anything. */
  readonly line: string;
  readonly lineNumber: number;
  /** Why this line: the rule that picked it. */
  readonly by: PickedBy;
  /** What kind of failure it is; texts of one kind are one group. For people to read. */
  readonly kind: string;
  /** What it is about, such as a package or a base image; null where no phrase names it. */
  readonly subject: string | null;
  /** A guess. */
  readonly family: Family;
  /** 16 hex digits of the kind alone: what stands in `cause=`. */
  readonly fingerprint: string;
  /** What was replaced in the line to get the kind, for "why grouped": `path`, `version`. */
  readonly masks: readonly string[];
}

/**
 * What an error text says, for the image it is of. Pure, and never throws, whatever the text;
 * reads 20 KB of it at most. Null and blank texts are of the kind `NO_MESSAGE`.
 */
export function readError(text: string | null, imageName: string): ErrorReading {
  const picked = pickErrorLine(text ?? '');
  const { kind, subject, masks } = readForImage(picked, imageName);
  return {
    line: picked.line,
    lineNumber: picked.lineNumber,
    by: picked.by,
    kind,
    subject,
    family: picked.phrase?.family ?? guessFamily(kind),
    fingerprint: fingerprint(kind),
    masks,
  };
}

/** The dear half of `readError`: the line of a text, whatever the image. */
export function pickErrorLine(text: string): ErrorLine {
  const window = new ErrorWindow(text);
  const { line, start, end, by } = pickLine(window);
  if (line === '') return { line, lineNumber: 0, by, phrase: null };
  const following = () =>
    window.text
      .slice(end, end + FOLLOWING)
      .split('\n')
      .map(cleanLine);
  return { line, lineNumber: window.lineNumber(start), by, phrase: readPhrase(line, following) };
}

/** The cheap half of `readError`: a line read for one image. */
export function readForImage(
  { line, phrase }: ErrorLine,
  imageName: string,
): Pick<ErrorReading, 'kind' | 'subject' | 'masks'> {
  if (line === '') return { kind: NO_MESSAGE, subject: null, masks: [] };
  if (phrase !== null) {
    const subject = phrase.subject === null ? null : maskImageName(phrase.subject, imageName);
    return { kind: phrase.kind, subject, masks: ['known phrase'] };
  }
  const masked = maskLine(line, (part) => maskImageName(part, imageName));
  return { kind: masked.line || line, subject: null, masks: masked.masks };
}

/** How much of the text after the picked line may name what it is about. */
const FOLLOWING = 600;
