/**
 * What a name is one of: the part before its first `/` or `.`, else before its last run of digits
 * (`humaneval-x-js-11647` is of `humaneval-x-js`), else the whole. A guess: shown as one.
 */
export function familyOf(name: string): string {
  const parts = name.search(/[/.]/);
  if (parts > 0) return name.slice(0, parts);
  const numbered = /^(.*[^\d])\d+\D*$/s.exec(name)?.[1];
  const family = numbered?.replace(/[-_]+$/, '') ?? '';
  return family === '' ? name : family;
}
