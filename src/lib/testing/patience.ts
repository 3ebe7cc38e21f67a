/** How long a test waits for what is drawn by itself: a limit against hanging. Milliseconds. */
const MOST_MS = 30_000;

// Only where there is a page; a busy machine may need more than the second that is usual.
if (typeof document !== 'undefined') {
  const { configure } = await import('@testing-library/react');
  configure({ asyncUtilTimeout: MOST_MS });
}

export {};
