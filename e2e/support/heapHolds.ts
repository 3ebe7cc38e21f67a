import type { CDPSession, Page } from '@playwright/test';

/** Which of these texts are in the memory of the page's scripts, after what is free was freed. */
export async function heapHolds(page: Page, texts: readonly string[]): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  try {
    await session.send('HeapProfiler.enable');
    await session.send('HeapProfiler.collectGarbage');
    const snapshot = await takeSnapshot(session);
    return texts.filter((text) => snapshot.includes(text));
  } finally {
    await session.detach();
  }
}

async function takeSnapshot(session: CDPSession): Promise<string> {
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  return chunks.join('');
}
