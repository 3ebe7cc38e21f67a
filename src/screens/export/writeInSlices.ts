import { BlobText } from './BlobText.ts';
import { breathe } from './breathe.ts';

/** How a long piece of work is let go on, watched and stopped. */
export interface Slicing {
  readonly signal: AbortSignal;
  /** Hears 0 to 1, once a slice. */
  readonly onProgress?: (share: number) => void;
  /** Between two slices; for tests. */
  readonly pause?: () => Promise<void>;
  /** Milliseconds, to measure slices by; for tests. */
  readonly clock?: () => number;
}

/** How long the page may stand still at a time. Milliseconds. */
export const SLICE = 8;

/**
 * Makes a text of pieces in short slices, so that the page stays quick. `share` says how far the
 * pieces are, 0 to 1.
 *
 * @throws the signal's reason once it is aborted.
 */
export async function writeInSlices(
  pieces: Iterable<string>,
  mediaType: string,
  share: () => number,
  { signal, onProgress, pause = breathe, clock = () => performance.now() }: Slicing,
): Promise<Blob> {
  signal.throwIfAborted();
  const text = new BlobText();
  let sliceEnds = clock() + SLICE;
  for (const piece of pieces) {
    text.add(piece);
    if (clock() < sliceEnds) continue;
    onProgress?.(share());
    await pause();
    signal.throwIfAborted();
    sliceEnds = clock() + SLICE;
  }
  onProgress?.(1);
  return text.toBlob(mediaType);
}
