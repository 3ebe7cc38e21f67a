import type { Page } from '@playwright/test';

/** What no page of ours may ever do, written down as it happens. */
export interface Guards {
  readonly problems: string[];
  /** Console errors that a test brings about on purpose: the browser logs every failed request. */
  allowFailedRequests(): void;
}

/** Watches a page: errors, rejections, console errors, policy violations, foreign requests. */
export async function guard(page: Page, origin: string): Promise<Guards> {
  const problems: string[] = [];
  let failedRequestsAllowed = false;
  page.on('pageerror', (error) => problems.push(`page error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    const failedRequest = message.text().startsWith('Failed to load resource');
    if (failedRequest && failedRequestsAllowed) return;
    problems.push(`console ${message.type()}: ${message.text()}`);
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !url.startsWith('blob:')) {
      problems.push(`request to ${url}`);
    }
  });
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy violation: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  return {
    problems,
    allowFailedRequests: () => {
      failedRequestsAllowed = true;
    },
  };
}

/**
 * Looks for the token everywhere a page can leave it: the document, the address, the history
 * entry, storages, cookies, caches. The places where the person asked for it may be named.
 */
export async function findToken(page: Page, token: string): Promise<string[]> {
  return page.evaluate(async (secret) => {
    const places: Record<string, string> = {
      document: document.documentElement.outerHTML,
      address: location.href,
      history: JSON.stringify(history.state) ?? '',
      title: document.title,
      cookie: document.cookie,
      'window name': window.name,
      localStorage: JSON.stringify({ ...localStorage }),
      sessionStorage: JSON.stringify({ ...sessionStorage }),
    };
    for (const field of document.querySelectorAll('input, textarea')) {
      places['fields'] = `${places['fields'] ?? ''} ${(field as HTMLInputElement).value}`;
    }
    for (const name of await caches.keys()) places[`cache ${name}`] = name;
    for (const { name } of await indexedDB.databases()) places[`database ${name}`] = name ?? '';
    return Object.entries(places)
      .filter(([, text]) => text.includes(secret))
      .map(([place]) => place);
  }, token);
}
