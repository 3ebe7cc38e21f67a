/** As much of a body as came. */
export interface Body {
  readonly text: string;
  /** Why it is not whole, else null. */
  readonly cut: 'broken' | 'large' | null;
}

/**
 * Reads a body as UTF-8 text, at most `most` bytes of it; what comes after is cancelled. Never
 * throws: a body that breaks off, or whose request is aborted, is `broken`.
 */
export async function readBody(response: Response, most: number): Promise<Body> {
  if (response.body === null) return { text: '', cut: null };
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  const parts: string[] = [];
  let bytes = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      bytes += value.byteLength;
      if (bytes > most) {
        reader.cancel().catch(ignore);
        return { text: parts.join(''), cut: 'large' };
      }
      parts.push(decoder.decode(value, { stream: true }));
    }
  } catch {
    return { text: parts.join(''), cut: 'broken' };
  }
  parts.push(decoder.decode());
  return { text: parts.join(''), cut: null };
}

function ignore(): void {}
