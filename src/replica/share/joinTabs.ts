import { pageFolder } from '../../contract/served/pageFolder.ts';
import { browserVisibility, type ReplicaVisibility } from '../../lib/surroundings.ts';
import { browserLocks, type Locks, TabLeader } from '../../lib/tabs/TabLeader.ts';
import { openTabLine, type TabLine } from '../../lib/tabs/TabLine.ts';
import { copyKey } from '../copy/copyKey.ts';
import { SharedPages } from './SharedPages.ts';
import type { SharedParts } from './SharedParts.ts';

/** How long a new tab waits for the others to say what they hold. Milliseconds. */
const GREETING_MS = 500;

/** Whose list it is that is shared. */
export interface SharedList {
  readonly token: string;
  readonly team: string | null;
  /** False once it is no longer wanted. */
  readonly stays: () => boolean;
}

/** What a browser has for tabs that share; without locks or lines there is nothing to share. */
interface BrowserTabs {
  readonly locks?: Locks | null;
  readonly openLine?: (name: string) => TabLine | null;
  readonly visibility?: ReplicaVisibility;
  readonly random?: () => number;
}

/** The pages that are shared with other tabs, and the end of that. */
export interface TabsShare {
  readonly pages: Pick<SharedPages, 'call' | 'leads'>;
  end(): void;
}

/** Shares a list with the other tabs; null where that cannot be. */
export type ShareTabs = (
  list: SharedList,
  parts: Omit<SharedParts, 'random'>,
) => Promise<TabsShare | null>;

/**
 * Shares the pages of a list with the other tabs that have it, under a name that tells nothing of
 * the token (`copyKey`). Null without locks, lines or cryptography, as on a page without TLS; then
 * each tab is for itself.
 */
export async function joinTabs(
  { token, team, stays }: SharedList,
  parts: Omit<SharedParts, 'random'>,
  browser: BrowserTabs = {},
): Promise<TabsShare | null> {
  const { locks = browserLocks(), openLine = openTabLine, random = Math.random } = browser;
  const key = await copyKey(token, team).catch(() => null);
  if (key === null || !locks) return null;
  // Two pages below one origin have an API each.
  const name = `image-builds.pages${pageFolder()}${key}`;
  const held = await isHeld(locks, name);
  const line = stays() ? openLine(name) : null;
  if (line === null) return null;
  const pages = new SharedPages({ ...parts, random }, line);
  await pages.greet(held ? GREETING_MS : 0);
  if (!stays()) {
    pages.end();
    return null;
  }
  const leader = new TabLeader({
    name,
    locks,
    visibility: browser.visibility ?? browserVisibility,
    onChange: (leads) => {
      pages.leads = leads;
    },
  });
  return {
    pages,
    end: () => {
      leader.end();
      pages.end();
    },
  };
}

async function isHeld(locks: Locks, name: string): Promise<boolean> {
  try {
    const { held } = await locks.query();
    return held?.some((lock) => lock.name === name) === true;
  } catch {
    return false;
  }
}
