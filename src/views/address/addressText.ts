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

/**
 * Encodes a value, and keeps readable what no program that looks for links in a text takes for the
 * end of one: letters, digits, `- _ , : / @ = .` and `+` for a blank but at its end. Never throws.
 */
export function encodeAddress(text: string): string {
  const encoded = wellFormed(text)
    .replace(/[^A-Za-z0-9\-_.,:/@= ]+/g, (run) => encodeURIComponent(run).replace(CUTS, escaped))
    .replace(BLANKS, (run, at: number, whole: string) =>
      // At the end of a value two of them would be read as pluses.
      at + run.length === whole.length ? run.replaceAll(' ', '%20') : run.replaceAll(' ', '+'),
    );
  return linkable(encoded);
}

const BLANKS = / +/g;

/** What `encodeURIComponent` leaves, and links end at. */
const CUTS = /[!'()*~]/g;

/** A piece of an address as this page writes it, its meaning unchanged. Never throws. */
export function settleAddress(text: string): string {
  const settled = wellFormed(text).replace(/[^%&+,\-./0-9:=@A-Z_a-z]+/g, (run) =>
    encodeURIComponent(run).replace(CUTS, escaped),
  );
  return settled.split('&').map(linkable).join('&');
}

/** Chat, mail and Markdown end a link before a mark at its end, and before a row of points. */
function linkable(encoded: string): string {
  let end = encoded.length;
  while (end > 0 && '_.,:'.includes(encoded.charAt(end - 1))) end -= 1;
  const marks = [...encoded.slice(end)].map(escaped).join('');
  return (
    encoded
      .slice(0, end)
      .replace(/\.{2,}(?![0-9A-Za-z])/g, (points) => points.replaceAll('.', '%2E')) + marks
  );
}

function escaped(char: string): string {
  return `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

/** Half a surrogate pair cannot be written in UTF-8; U+FFFD stands for it. */
function wellFormed(text: string): string {
  return text.replace(LONE, '\ufffd');
}

const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
