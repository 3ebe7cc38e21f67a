/** As much of a body as came, and how it ended. */
export interface Body {
  readonly text: string;
  readonly end: 'whole' | 'broken' | 'large';
}

/**
 * Reads a body as UTF-8 text. Where it is larger than `most` bytes, the rest is cancelled. Never
 * throws: a body that breaks off, or whose request is aborted, ends `broken`.
 */
export async function readBody(response: Response, most: number): Promise<Body> {
  if (response.body === null) return { text: '', end: 'whole' };
  const parts: string[] = [];
  try {
    const reader = response.body.getReader();
    const decoder = new TextDecoder();
    let bytes = 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      bytes += value.byteLength;
      if (bytes > most) {
        reader.cancel().catch(() => undefined);
        return { text: parts.join(''), end: 'large' };
      }
      parts.push(decoder.decode(value, { stream: true }));
    }
    parts.push(decoder.decode());
    return { text: parts.join(''), end: 'whole' };
  } catch {
    return { text: parts.join(''), end: 'broken' };
  }
}
