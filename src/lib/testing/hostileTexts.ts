/** A text that careless code is slow at: a part again and again, with something at its ends. */
export interface HostileText {
  readonly name: string;
  /** Of about `length` UTF-16 units. */
  readonly make: (length: number) => string;
}

const REPEATED = (
  'a|aab| |\n|\r\n|\0| \n|\u2028|\u001b|\u001b[|\u001b[0;|\u001b]|\u001bP|\u0090|\u0098|' +
  '\u009b|\u009b0;|\u009d|\u009e|\u009f|"|\\|(|{"a":|<!--|%E0%A4|,|=|:|*|a*|/|e\u0301|\ud800|' +
  '\ud83d\udc68\u200d|\u200b|1\ufe0f|İ|ﬁ|가|0|2026-|http://'
).split('|');

const ENDED: readonly (readonly [start: string, part: string, end: string])[] = [
  ['', ' ', 'x'],
  ['x', ' ', ''],
  ['\u001b[', '0', ''],
  ['\u001b[', ' ', '\n'],
  ['\u001b]', 'a', ''],
  ['\u0090', '\u0098', '\u009c'],
  ['"', '""', '\\'],
  ['=', '(', ''],
];

/** Every shape that a function which reads text of others must be linear in. */
export const HOSTILE_TEXTS: readonly HostileText[] = [
  ...REPEATED.map((part) => textOf('', part, '')),
  ...ENDED.map(([start, part, end]) => textOf(start, part, end)),
];

function textOf(start: string, part: string, end: string): HostileText {
  const name = `${JSON.stringify(start)} ${JSON.stringify(part)}... ${JSON.stringify(end)}`;
  return {
    name,
    make: (length) => start + part.repeat(Math.floor(length / part.length)) + end,
  };
}
