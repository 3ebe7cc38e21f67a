/** A browser may read the address after the click; this long is enough for any. Milliseconds. */
const REVOKE_AFTER = 40_000;

/** Saves as a file, as a click on a link with `download` does. The page stays where it is. */
export function saveBlob(blob: Blob, fileName: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), REVOKE_AFTER);
}
