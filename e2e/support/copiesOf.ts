import type { Page } from '@playwright/test';

/** The copies that lie in the browser's database. */
export function copiesOf(page: Page): Promise<{ readonly savedAt?: unknown }[]> {
  return page.evaluate(
    () =>
      new Promise<{ savedAt?: unknown }[]>((resolve, reject) => {
        const opening = indexedDB.open('image-builds');
        opening.onupgradeneeded = () => opening.result.createObjectStore('copies');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction('copies').objectStore('copies').getAll();
          reading.onsuccess = () =>
            resolve(reading.result.map(({ savedAt }: { savedAt?: unknown }) => ({ savedAt })));
          reading.onerror = () => reject(reading.error);
          opening.result.close();
        };
      }),
  );
}
