/** Shorter names are words of the language, or of half the messages. */
const SHORTEST = 5;
const TELLING = /[-_./\d]/;
const IMAGE = '<image>';

/** True for a name that no message holds by chance: 5 characters, with a separator or a digit. */
function isTellingName(name: string): boolean {
  return name.length >= SHORTEST && TELLING.test(name);
}

/** True when a line might hold some telling name; a line that does not reads the same for all. */
export function mayHoldName(line: string): boolean {
  return TELLING.test(line);
}

/** The line with the image's own name, where it stands by itself, as `<image>`. */
export function maskImageName(line: string, name: string): string {
  if (!isTellingName(name)) return line;
  let found = line.indexOf(name);
  if (found < 0) return line;
  let masked = '';
  let from = 0;
  while (found >= 0) {
    const end = found + name.length;
    const alone = !isWord(line.charCodeAt(found - 1)) && !isWord(line.charCodeAt(end));
    if (alone) {
      masked += line.slice(from, found) + IMAGE;
      from = end;
    }
    found = line.indexOf(name, alone ? end : found + 1);
  }
  return masked + line.slice(from);
}

/** Of a letter or digit of ASCII; NaN, beyond the ends, is none. */
function isWord(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}
