// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import { copyText } from './copyText.ts';

const without = () => vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue(undefined as never);
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

it('copies a text', async () => {
  const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  expect(await copyText('one')).toBe(true);
  expect(writeText).toHaveBeenCalledExactlyOnceWith('one');
});

it('is false where the browser refuses, and throws nothing', async () => {
  const refuse = () => Promise.reject(new DOMException('No.', 'NotAllowedError'));
  vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(refuse);
  vi.spyOn(navigator.clipboard, 'write').mockImplementation(refuse);
  expect(await copyText('one')).toBe(false);
  vi.stubGlobal('ClipboardItem', class {});
  expect(await copyText(Promise.resolve(new Blob(['one'])))).toBe(false);
});

it('is false where there is no clipboard, as over plain http from another machine', async () => {
  without();
  expect(await copyText('one')).toBe(false);
  expect(await copyText(Promise.resolve(new Blob(['one'])))).toBe(false);
});

it('throws what the making of the text throws, with a clipboard and without', async () => {
  vi.stubGlobal('ClipboardItem', class {});
  vi.spyOn(navigator.clipboard, 'write').mockResolvedValue();
  const fail = () => copyText(Promise.reject(new Error('not made')));
  await expect(fail()).rejects.toThrow('not made');
  without();
  await expect(fail()).rejects.toThrow('not made');
});
