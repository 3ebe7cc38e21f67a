/** What this tab knows of its session. A new object for each change; compare by reference. */
export type SessionState = Starting | SignedOut | SignedIn | Refused;

/** The other tabs are being asked for a session; settles within `HANDOVER_MS`. */
export interface Starting {
  readonly kind: 'starting';
}

export interface SignedOut {
  readonly kind: 'signed-out';
  readonly note: string | null;
}

/**
 * The token is not part of it: `SessionStore.token` says it. Screens keep states of before for
 * as long as they like, and a token must be gone from memory once its session is over.
 */
export interface SignedIn {
  readonly kind: 'signed-in';
  /** True where the token outlives the tab, because the person asked for it. */
  readonly remembered: boolean;
  /** The team whose builds these are; null for the token's own. */
  readonly team: string | null;
  /** True where the person signed in here and now; false for a session that was taken up. */
  readonly entered: boolean;
  readonly note: string | null;
  /**
   * The first build that the API showed when it accepted the token; null where the account is
   * empty or the token was restored. After `refused` it tells the same account from another one,
   * whose screen must not show the rows that were kept.
   */
  readonly checkedBuildId: string | null;
}

/** The API refused the token in mid session: the sign-in asks in place, the rows are kept. */
export interface Refused {
  readonly kind: 'refused';
  readonly note: string | null;
  /** Whose builds the rows are that were kept: a team's, or null for the token's own. */
  readonly team: string | null;
  /** What the API said of it, a line each. */
  readonly said: readonly string[];
}

/** How long a new tab waits for the others before it shows the sign-in. Milliseconds. */
export const HANDOVER_MS = 150;

/** What the session says of itself. */
export const NOTES = {
  refused: 'The API refused this token (401). Paste a new one; your view is kept.',
  elsewhere: 'You signed out in another tab.',
  leftovers:
    'The browser did not remove everything that was kept on this device for the account before. It is tried again when this page is next opened; clearing this site’s data in the browser’s settings removes it now.',
  address:
    'The address held an API token. It was not used and has been removed, but histories and logs may have it: make a new token and delete that one.',
  tabOnly:
    'This browser did not keep the token on this device: you stay signed in while a tab of this page is open.',
  memoryOnly:
    'This browser does not store anything for this page: you stay signed in until it is closed or reloaded.',
} as const;
