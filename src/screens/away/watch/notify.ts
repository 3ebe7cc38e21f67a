/** One tag for all: a later notification takes the place of the one before. */
const TAG = 'image-builds';

/** Whether the desktop can be told, and may be. */
export type NotifyState = 'unsupported' | 'ask' | 'granted' | 'denied' | 'failing';

const listeners = new Set<() => void>();
/** The browser has notifications for pages, and throws when one is made (Chrome on Android). */
let fails = false;

export const notifyStates = {
  get(): NotifyState {
    if (!window.isSecureContext || typeof Notification === 'undefined') return 'unsupported';
    if (fails) return 'failing';
    return Notification.permission === 'default' ? 'ask' : Notification.permission;
  },
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

function tell(): void {
  for (const listener of [...listeners]) listener();
}

/** Asks the person for leave: only ever in answer to a click. True when it was given. */
export async function askToNotify(): Promise<boolean> {
  if (notifyStates.get() === 'ask') {
    try {
      await Notification.requestPermission();
    } catch {
      fails = true;
    }
  }
  tell();
  return notifyStates.get() === 'granted';
}

/** Shows a notification of the desktop; where the browser makes none, that is said from then on. */
export function showNotification(title: string, body: string): void {
  if (notifyStates.get() !== 'granted') return;
  try {
    const shown = new Notification(title, { body, tag: TAG });
    shown.onclick = () => {
      window.focus();
      shown.close();
    };
  } catch {
    fails = true;
    tell();
  }
}

/** What is said of each state, beside the choice. */
export const NOTIFY_WORDS: Readonly<Record<NotifyState, string>> = {
  unsupported:
    'Notifications are not supported here: they need a browser that has them, and https or localhost.',
  ask: 'The browser asks you once. They come while a tab of this page is open, and no longer.',
  granted: 'They come while a tab of this page is open, and no longer.',
  denied: 'The browser blocks them for this page. Allow them in its settings for this site.',
  failing: 'This browser shows no notifications from a page. The title of the tab says the news.',
};
