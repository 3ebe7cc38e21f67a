import { firstLine } from '../../../lib/text.ts';
import { startOfLine } from './cleanLine.ts';
import { ErrorWindow } from './ErrorWindow.ts';
import { pickLine } from './pickLine.ts';

/** What a list, a table of text and paper say of an error text. */
export interface ShownLine {
  /**
   * The line that says what went wrong (`pickLine`), without terminal codes, a tool's own beginning
   * and outer space, else the first line (`firstLine`): always a part of the text, so that a search
   * for it finds it. No longer than `LONGEST`.
   */
  readonly line: string;
  /** Its number in the text, from 1, as an editor counts. */
  readonly lineNumber: number;
}

/** No cell shows more; the whole text is a click away. */
const LONGEST = 1000;

/** The line that stands for an error text. Pure; reads 20 KB at most; empty for a blank text. */
export function shownLineOf(text: string): ShownLine {
  const window = new ErrorWindow(text);
  const { start, end } = pickLine(window);
  const whole = window.text.slice(start, Math.min(end, start + LONGEST * 2));
  const line = cut(whole.slice(startOfLine(whole)).trim());
  if (line !== '') return { line, lineNumber: window.lineNumber(start) };
  return { line: cut(firstLine(text)), lineNumber: 1 };
}

/** Cut where no letter is split into its parts: before plain ASCII. */
function cut(line: string): string {
  if (line.length <= LONGEST) return line;
  const start = line.slice(0, LONGEST + 1);
  const seam = start.search(/[ -~][^ -~]*$/);
  return start.slice(0, seam > 0 ? seam : LONGEST).trimEnd();
}
