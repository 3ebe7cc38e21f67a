/**
 * The text of an address's query part. `+` is a blank, as forms and `URLSearchParams` write it.
 */

/** Decodes a name or value; null when a `%` in it begins no UTF-8 character. Never throws. */
export function decodeAddress(text: string): string | null {
  const spaced = text.replaceAll('+', ' ');
  if (!spaced.includes('%')) return spaced;
  try {
    return decodeURIComponent(spaced);
  } catch {
    return null;
  }
}

/** Encodes a value and keeps readable what needs no encoding: `, : / @ ; $ = ?`. Never throws. */
export function encodeAddress(text: string): string {
  return encodeURIComponent(wellFormed(text)).replace(
    /%(?:20|2C|3A|2F|40|3B|24|3D|3F)|'/g,
    (found) => READABLE.get(found) ?? found,
  );
}

const READABLE = new Map([
  ['%20', '+'],
  ['%2C', ','],
  ['%3A', ':'],
  ['%2F', '/'],
  ['%40', '@'],
  ['%3B', ';'],
  ['%24', '$'],
  ['%3D', '='],
  ['%3F', '?'],
  ["'", '%27'],
]);

/** A piece of an address as a browser would write it, its meaning unchanged. Never throws. */
export function settleAddress(text: string): string {
  return wellFormed(text).replace(/[^!$%&(-;=?-~]/gu, (char) =>
    char === "'" ? '%27' : encodeURIComponent(char),
  );
}

/** Half a surrogate pair cannot be written in UTF-8; U+FFFD stands for it. */
function wellFormed(text: string): string {
  return text.replace(LONE, '\ufffd');
}

const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
