/**
 * Puts text on the clipboard that is still being made. Call it in the click itself: browsers take
 * the promise there and then, and may refuse once the click is over.
 *
 * @throws what the promise throws; else the browser's own error when it refuses.
 */
export async function copyText(text: Promise<Blob>): Promise<void> {
  if (typeof ClipboardItem === 'undefined' || !('write' in navigator.clipboard)) {
    await navigator.clipboard.writeText(await (await text).text());
    return;
  }
  // The clipboard takes no other type than exactly this one.
  const plain = text.then((blob) => new Blob([blob], { type: 'text/plain' }));
  // A browser that refuses at once never looks at it.
  plain.catch(() => undefined);
  const copied = navigator.clipboard.write([new ClipboardItem({ 'text/plain': plain })]);
  await Promise.all([text, copied]);
}
