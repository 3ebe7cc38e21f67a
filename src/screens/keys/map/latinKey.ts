/** What is looked at of a key event. */
export interface PressedKey {
  /** What the key means in the person's layout. */
  readonly key: string;
  /** The place of the key, called by what an American keyboard has there. */
  readonly code: string;
  readonly shiftKey: boolean;
}

/**
 * What a key means to the key map: what it sends, or, where that is of no Latin script, what is
 * printed at its place beside it: Ctrl+К of a Russian keyboard is Ctrl+K, as is Ctrl+κ of a Greek
 * one.
 *
 * The key of `/` sends a full stop and a comma in Russian, Ukrainian and Hebrew. The full stop
 * filters the list, so from that place it is never taken for one: nothing tells these layouts
 * from a Latin one that has it there, and a search that opens loses nothing.
 */
export function latinKey({ key, code, shiftKey }: PressedKey): string {
  if (code === 'Slash' && (key === '.' || key === ',')) return key === '.' ? '/' : '?';
  return FOREIGN.test(key) ? printedAt(code, shiftKey) : key;
}

/** Letters, marks and digits of another script. Names of keys, such as `Enter`, are Latin. */
const FOREIGN = /^(?![\p{Script=Latin}\d])[\p{L}\p{M}\p{N}]/u;

const SIGNS: ReadonlyMap<string, readonly [plain: string, shifted: string]> = new Map([
  ['Slash', ['/', '?']],
  ['Period', ['.', '>']],
  ['Comma', [',', '<']],
]);

/** What an American keyboard has at a place; `Unidentified` for what means nothing here. */
function printedAt(code: string, shifted: boolean): string {
  const [, letter, digit] = /^(?:Key([A-Z])|Digit(\d))$/.exec(code) ?? [];
  if (letter !== undefined) return shifted ? letter : letter.toLowerCase();
  return digit ?? SIGNS.get(code)?.[shifted ? 1 : 0] ?? 'Unidentified';
}
