import { describe, expect, it } from 'vitest';
import { BlobText } from './BlobText.ts';

describe('a long text', () => {
  it('keeps every piece in its place, however many there are', async () => {
    const text = new BlobText();
    const pieces = Array.from({ length: 5000 }, (_, at) => `${at}:${'é'.repeat(1000)}\n`);
    for (const piece of pieces) text.add(piece);
    const blob = text.toBlob('text/plain');
    expect(blob.type).toBe('text/plain');
    expect((await blob.text()) === pieces.join('')).toBe(true);
  });

  it('may be empty', async () => {
    expect(await new BlobText().toBlob('').text()).toBe('');
  });
});
