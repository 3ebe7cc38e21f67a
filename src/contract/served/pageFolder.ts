/**
 * The folder that the page is served from: `/`, or `/builds/` below a path. All that the page asks
 * its server for lies in there. `/` where there is no address to read.
 */
export function pageFolder(path = globalThis.location?.pathname ?? '/'): string {
  return path.startsWith('/') ? path.slice(0, path.lastIndexOf('/') + 1) : '/';
}
