import type { Download } from '@playwright/test';

/** The text of a file that the page gave to be saved; nothing when the download was cancelled. */
export async function readDownload(download: Download): Promise<string> {
  if ((await download.failure()) !== null) return '';
  const stream = await download.createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}
