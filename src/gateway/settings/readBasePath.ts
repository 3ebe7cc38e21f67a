/**
 * The path below which the page is served, with a slash at both ends. `builds` is taken for
 * `/builds/`.
 *
 * @throws Error of one line that does not repeat it.
 */
export function readBasePath(text: string): string {
  const path = `/${text}/`.replace(/\/{2,}/g, '/');
  if (path.length <= 200 && /^\/(?:[\w~-][\w.~-]*\/)*$/.test(path)) return path;
  throw new Error('--base-path takes a path such as /builds/, of letters, digits, . _ ~ and -');
}
