/**
 * Puts text on the clipboard, also text that is still being made. Call it in the click itself:
 * browsers take the promise there and then, and may refuse once the click is over.
 *
 * False where the browser refuses, or has no clipboard at all: a page that came over plain http
 * from another machine has none.
 *
 * @throws what the promise throws
 */
export async function copyText(text: string | Promise<Blob>): Promise<boolean> {
  const clipboard = clipboardOf(navigator);
  if (clipboard === null) {
    await text;
    return false;
  }
  if (typeof text === 'string') return taken(() => clipboard.writeText(text));
  if (typeof ClipboardItem === 'undefined' || !('write' in clipboard)) {
    const made = await (await text).text();
    return taken(() => clipboard.writeText(made));
  }
  // The clipboard takes no other type than exactly this one.
  const plain = text.then((blob) => new Blob([blob], { type: 'text/plain' }));
  // A browser that refuses at once never looks at it.
  plain.catch(() => undefined);
  const copying = taken(() => clipboard.write([new ClipboardItem({ 'text/plain': plain })]));
  await text;
  return copying;
}

/** Typed as if it were always there, which it is not. */
function clipboardOf({ clipboard }: { readonly clipboard?: Clipboard }): Clipboard | null {
  return clipboard ?? null;
}

async function taken(write: () => Promise<void>): Promise<boolean> {
  try {
    await write();
    return true;
  } catch {
    return false;
  }
}
