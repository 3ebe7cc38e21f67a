import type { Page, Request } from '@playwright/test';
import { readDownload } from './readDownload.ts';

const BUILDS_PATH = '/api/v1/images/builds';

/** What no page of ours may ever do, written down as it happens. */
export interface Guards {
  readonly problems: string[];
  /** Console errors that a test brings about on purpose: the browser logs every failed request. */
  allowFailedRequests(): void;
  /** The page stands at this origin too. */
  allowOrigin(origin: string): void;
  /** An error that a test brings about on purpose, and that React reports on the console. */
  allowConsole(words: RegExp): void;
  /** The person asked for the token to be kept on this device. */
  allowRemembered(): void;
  /** Looks for this token as well from now on. */
  watch(token: string): void;
  /** Looks through every page that is open and every file that was saved, once, at the end. */
  inspect(): Promise<void>;
}

/**
 * Watches every page of a page's browser context: errors, rejections, the console, policy
 * violations, foreign requests; and the token in requests, console, errors, copies and downloads.
 */
export async function guard(page: Page, origin: string, ...tokens: string[]): Promise<Guards> {
  const context = page.context();
  const problems: string[] = [];
  const origins = [origin];
  const secrets = [...tokens];
  const saved: Promise<void>[] = [];
  let failedRequestsAllowed = false;
  let rememberedAllowed = false;
  const allowed: RegExp[] = [];
  const look = (place: string, text: string) => {
    if (secrets.some((secret) => text.includes(secret))) problems.push(`token in ${place}`);
  };

  context.on('weberror', (error) => {
    problems.push(`page error: ${error.error().message}`);
    look('a page error', `${error.error().stack}`);
  });
  context.on('console', (message) => {
    look('the console', message.text());
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    const failedRequest = message.text().startsWith('Failed to load resource');
    if (failedRequest && failedRequestsAllowed) return;
    if (allowed.some((words) => words.test(message.text()))) return;
    problems.push(`console ${message.type()}: ${message.text()}`);
  });
  context.on('request', (request) => {
    const url = request.url();
    if (!origins.includes(new URL(url).origin)) {
      problems.push(`request to ${url}`);
    }
    // A person may paste an address that holds a token; nothing else of a page may.
    if (!request.isNavigationRequest()) look('the address of a request', url);
    look('the body of a request', request.postData() ?? '');
    look('a header of a request', headersToSearch(request, origins));
  });
  const watchDownloads = (each: Page) => {
    each.on('download', (download) => {
      look('the name of a download', download.suggestedFilename());
      saved.push(readDownload(download).then((text) => look('a download', text)));
    });
  };
  for (const each of context.pages()) watchDownloads(each);
  context.on('page', watchDownloads);

  await context.exposeBinding('reportCopy', (_source, text: string) => look('the clipboard', text));
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy violation: ${event.violatedDirective} ${event.blockedURI}`);
    });
    const report = (text: string) => Reflect.get(window, 'reportCopy')?.(text);
    addEventListener('copy', () => report(String(getSelection())));
    if (!('clipboard' in navigator)) return;
    const write = navigator.clipboard.writeText.bind(navigator.clipboard);
    navigator.clipboard.writeText = (text) => {
      report(text);
      return write(text);
    };
    const writeItems = navigator.clipboard.write.bind(navigator.clipboard);
    navigator.clipboard.write = (items) => {
      for (const item of items) {
        item
          .getType('text/plain')
          .then((blob) => blob.text())
          .then(report, () => undefined);
      }
      return writeItems(items);
    };
  });

  return {
    problems,
    allowFailedRequests: () => {
      failedRequestsAllowed = true;
    },
    allowOrigin: (other) => {
      origins.push(other);
    },
    allowConsole: (words) => {
      allowed.push(words);
    },
    allowRemembered: () => {
      rememberedAllowed = true;
    },
    watch: (token) => {
      secrets.push(token);
    },
    inspect: async () => {
      await Promise.all(saved);
      for (const each of context.pages()) {
        if (!each.url().startsWith('http')) continue;
        for (const secret of secrets) {
          const places = await findToken(each, secret);
          // Kept for this tab, so that a reload keeps it; on the device only where asked for.
          const leaks = places.filter(
            (place) =>
              place !== 'sessionStorage' && !(place === 'localStorage' && rememberedAllowed),
          );
          problems.push(...leaks.map((place) => `token in ${place}`));
        }
      }
      const cookies = await context.cookies();
      if (cookies.length > 0) problems.push(`cookies: ${cookies.map(({ name }) => name)}`);
    },
  };
}

/** Every header but the one that the token belongs into. */
function headersToSearch(request: Request, origins: readonly string[]): string {
  const url = new URL(request.url());
  const isCall = origins.includes(url.origin) && url.pathname === BUILDS_PATH;
  return Object.entries(request.headers())
    .filter(([name]) => !(isCall && name === 'authorization'))
    .map((header) => header.join(': '))
    .join('\n');
}

/**
 * Looks for the token everywhere a page can leave it: the document, the address, the history and
 * its entries, storages, cookies, caches, databases. Names the places.
 */
async function findToken(page: Page, token: string): Promise<string[]> {
  return page.evaluate(async (secret) => {
    const places: Record<string, string> = {
      document: document.documentElement.outerHTML,
      address: location.href,
      referrer: document.referrer,
      history: JSON.stringify(history.state) ?? '',
      title: document.title,
      cookie: document.cookie,
      'window name': window.name,
      // The address that was opened is the person's own.
      timings: performance
        .getEntries()
        .filter(({ entryType }) => entryType !== 'navigation')
        .map(({ name }) => name)
        .join(' '),
    };
    // Not in the library's types yet.
    const navigation: unknown = Reflect.get(window, 'navigation');
    if (typeof navigation === 'object' && navigation !== null && 'entries' in navigation) {
      const entries = navigation.entries as () => readonly { readonly url: string | null }[];
      places['past addresses'] = entries
        .call(navigation)
        .map(({ url }) => url)
        .join(' ');
    }
    for (const name of ['localStorage', 'sessionStorage'] as const) {
      try {
        places[name] = JSON.stringify({ ...window[name] });
      } catch {
        // Switched off by the test.
      }
    }
    for (const field of document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
      'input, textarea',
    )) {
      places['fields'] = `${places['fields'] ?? ''} ${field.value}`;
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const kept = await cache.match(request);
        places[`cache ${name}`] = `${request.url} ${await kept?.text()}`;
      }
    }
    for (const { name } of await indexedDB.databases()) {
      if (name === undefined) continue;
      const settled = <T>(asked: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          asked.onsuccess = () => resolve(asked.result);
          asked.onerror = () => reject(asked.error);
        });
      const database = await settled(indexedDB.open(name));
      let text = name;
      for (const store of database.objectStoreNames) {
        const rows = database.transaction(store).objectStore(store);
        text += JSON.stringify([await settled(rows.getAllKeys()), await settled(rows.getAll())]);
      }
      database.close();
      places[`database ${name}`] = text;
    }
    return Object.entries(places)
      .filter(([, text]) => text.includes(secret))
      .map(([place]) => place);
  }, token);
}
