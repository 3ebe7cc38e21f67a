import type { Answer } from '../door/Answer.ts';

/**
 * Ends the service worker that asks for its script anew, and has the pages that it served asked
 * for again. This page has none: it is one that another program left behind, which had the same
 * address on this machine before, and it would go on answering for it.
 */
const SCRIPT = `addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil((async () => {
  await registration.unregister();
  const pages = await clients.matchAll({ type: 'window' });
  await Promise.all(pages.map((page) => page.navigate(page.url).catch(() => null)));
})()));
`;

export const WORKER_END: Answer = {
  status: 200,
  body: Buffer.from(SCRIPT),
  headers: { 'content-type': 'text/javascript; charset=utf-8' },
};
