import { useEffect } from 'react';

const PLAIN = 'favicon.svg';
const ALERT = 'favicon-alert.svg';

/** Shows in the browser's tab that something failed. */
export function useFavicon(alert: boolean): void {
  // The icon belongs to the document, not to what React draws.
  useEffect(() => {
    const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
    if (link === null || !alert) return;
    const plain = link.href;
    link.href = plain.replace(PLAIN, ALERT);
    return () => {
      link.href = plain;
    };
  }, [alert]);
}
