/**
 * Terminal codes removed: ECMA-48 control sequences, OSC and other strings, short escapes. A
 * string that is never closed loses at most its opening: it must not swallow what follows. Linear
 * in the text, whatever stands in it.
 */
export function stripAnsi(text: string): string {
  if (!OPENINGS.some((one) => text.includes(one))) return text;
  let kept = '';
  let from = 0;
  let at = 0;
  while (at < text.length) {
    const end = endOfCode(text, at);
    if (end === at) at += 1;
    else {
      kept += text.slice(from, at);
      from = end;
      at = end;
    }
  }
  return kept + text.slice(from);
}

/** Where the white space and the terminal codes at the start of a text end. */
export function endOfBlank(text: string): number {
  let at = 0;
  for (;;) {
    const next = isBlank(text.charAt(at)) ? at + 1 : endOfCode(text, at);
    if (next === at) return at;
    at = next;
  }
}

/** Where the terminal codes at a place end; the place itself where none begins. */
export function endOfCodes(text: string, from: number): number {
  for (let at = from; ; ) {
    const end = endOfCode(text, at);
    if (end === at) return at;
    at = end;
  }
}

/** Looked for one by one: many times faster than a class of characters in a long text. */
const OPENINGS = [...'\u001b\u0090\u0098\u009b\u009d\u009e\u009f'];

/** Where the code that begins at a place ends; the place itself where none begins. */
function endOfCode(text: string, at: number): number {
  const opening = text.charCodeAt(at);
  if (opening === ESC) {
    const second = text[at + 1] ?? '';
    if (second === '[') return endOfControl(text, at + 2) ?? at;
    const closed = ESCAPED_STRINGS.has(second) ? endOfString(text, at + 2) : null;
    return closed ?? endOfShort(text, at + 1) ?? at;
  }
  if (opening < FIRST_C1 || opening > LAST_C1) return at;
  if (opening === CSI) return endOfControl(text, at + 1) ?? at;
  return STRINGS.has(opening) ? (endOfString(text, at + 1) ?? at) : at;
}

/** Parameters, intermediates, a final letter. */
function endOfControl(text: string, from: number): number | null {
  let at = from;
  while (isWithin(text, at, 0x30, 0x3f)) at += 1;
  while (isWithin(text, at, 0x20, 0x2f)) at += 1;
  return isWithin(text, at, 0x40, 0x7e) ? at + 1 : null;
}

/** It is broken off by the next opening, so that many of them cost no more than one. */
function endOfString(text: string, from: number): number | null {
  STOP.lastIndex = from;
  const stop = STOP.exec(text)?.index ?? text.length;
  const code = text.charCodeAt(stop);
  if (code === BEL || code === ST) return stop + 1;
  return code === ESC && text[stop + 1] === '\\' ? stop + 2 : null;
}

const STOP = /[\u0007\u001b\u0090\u0098\u009b-\u009f\r\n]/g;

/** Intermediates and a final letter that opens nothing longer. */
function endOfShort(text: string, from: number): number | null {
  let at = from;
  while (isWithin(text, at, 0x20, 0x2f)) at += 1;
  return isWithin(text, at, 0x30, 0x7e) && text[at] !== '[' ? at + 1 : null;
}

function isWithin(text: string, at: number, first: number, last: number): boolean {
  const code = text.charCodeAt(at);
  return code >= first && code <= last;
}

const isBlank = (letter: string): boolean => letter !== '' && letter.trim() === '';

const BEL = 0x07;
const ESC = 0x1b;
const FIRST_C1 = 0x90;
const LAST_C1 = 0x9f;
const CSI = 0x9b;
const ST = 0x9c;
const STRINGS = new Set([0x90, 0x98, 0x9d, 0x9e, 0x9f]);
const ESCAPED_STRINGS = new Set([']', 'P', 'X', '^', '_']);
