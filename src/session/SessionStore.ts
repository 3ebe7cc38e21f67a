import type { Admit } from './admit.ts';
import type { TokenCheck } from './checkToken.ts';
import { HANDOVER_MS, NOTES, type SessionState, type SignedIn } from './SessionState.ts';
import type { TabChannel, TabMessage } from './tabMessage.ts';
import type { Credentials, StoredToken, TokenStorage } from './tokenStorage.ts';

/** What the store needs from its surroundings. */
export interface SessionParts extends TokenCheck {
  readonly storage: TokenStorage;
  /** Cleans and checks what was pasted. */
  readonly admit: Admit;
  /** Null where the browser has none: then each tab is on its own. */
  readonly channel: TabChannel | null;
  /** A text that no tab has made before. */
  readonly newId: () => string;
}

/** Shorter tokens are the words of demo accounts. Characters. */
const SHORTEST_SECRET = 8;

/** A browser's database that takes longer to forget has refused to. Milliseconds. */
const WIPE_MS = 10_000;

/** The one holder of the token in this tab: checks it, keeps it, hands it to new tabs, ends it. */
export class SessionStore {
  readonly #parts: SessionParts;
  readonly #subscribers = new Set<() => void>();
  readonly #signOutListeners = new Set<() => unknown>();
  #state: SessionState = { kind: 'starting' };
  /** Of the session that runs; null without one. */
  #token: string | null = null;
  /** Said with the state that follows `starting`. */
  #firstNote: string | null = null;
  /** The question to the other tabs that may still be answered. */
  #asking: string | null = null;
  /** Counts sign-ins and sign-outs, so that only the last one counts. */
  #attempt = 0;
  #mark = '';

  constructor(parts: SessionParts) {
    this.#parts = parts;
  }

  readonly getState = (): SessionState => this.#state;

  /** The token of the session that runs, null without one: ask again, never keep it. */
  readonly token = (): string | null => this.#token;

  /** True for text that holds the token, which must not get into an address or a list. */
  readonly isSecret = (text: string): boolean =>
    this.#token !== null && this.#token.length >= SHORTEST_SECRET && text.includes(this.#token);

  /** Calls the listener after each change, until the returned function is called. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#subscribers.add(listener);
    return () => this.#subscribers.delete(listener);
  };

  /**
   * Calls the listener when a session ends for good, here or in another tab: cancel requests,
   * empty caches, remove what is stored. It may return a promise; where it fails, the person is
   * told that something is left. Not called for `refused`, which keeps the rows.
   */
  readonly onSignOut = (listener: () => unknown): (() => void) => {
    this.#signOutListeners.add(listener);
    return () => this.#signOutListeners.delete(listener);
  };

  /** Takes up the session of this tab, of this device, or of another tab. Once. */
  start(note: string | null = null): void {
    const { channel, after, newId } = this.#parts;
    this.#firstNote = note;
    channel?.listen((message) => this.#hear(message, channel));
    if (this.#restore()) return;
    if (channel === null) {
      this.#settle();
      return;
    }
    this.#asking = newId();
    channel.post({ type: 'ask', asking: this.#asking });
    after(HANDOVER_MS, () => this.#settle());
  }

  /**
   * Checks what was pasted, and accepts it. The state changes only on success.
   *
   * @param team what was pasted as the id of a team; empty for the token's own builds
   * @throws SignInProblem for everything a person can act on; the signal's reason after an abort,
   * and an AbortError where a newer sign-in or a sign-out overtook this one.
   */
  async signIn(token: string, remember: boolean, signal?: AbortSignal, team = ''): Promise<void> {
    this.#attempt += 1;
    const attempt = this.#attempt;
    this.#asking = null;

    const admitted = await this.#parts.admit(this.#parts, { token, team }, signal);
    if (signal?.aborted) throw signal.reason;
    if (attempt !== this.#attempt) throw new DOMException('Overtaken', 'AbortError');

    const { kind } = this.#state;
    // After `refused` the rows stay for the same account: never those of another list.
    if (kind === 'signed-in' || (kind === 'refused' && this.#state.team !== admitted.team)) {
      void this.#end(null);
    }
    const kept = this.#keep(credentialsOf(admitted), remember);
    const shortfall = kept === 'tab' ? NOTES.tabOnly : NOTES.memoryOnly;
    const notes = [admitted.note, remember && kept !== 'device' ? shortfall : null];
    this.#token = admitted.token;
    this.#set({
      kind: 'signed-in',
      remembered: kept === 'device',
      team: admitted.team,
      entered: true,
      note: notes.filter((note) => note !== null).join(' ') || null,
      checkedBuildId: admitted.firstBuildId,
    });
  }

  /**
   * Leaves the list that is shown for a team's, or with null for the token's own, by the same
   * token. Nothing changes where the API refuses.
   *
   * @throws as `signIn`
   */
  async openTeam(team: string | null, signal?: AbortSignal): Promise<void> {
    const running = this.#running();
    if (running === null) return;
    await this.signIn(running.token, running.state.remembered, signal, team ?? '');
  }

  /**
   * A 401 came for this token, with what the API said. A late one, of a token that is no longer
   * in use, changes nothing.
   */
  refuse(token: string, said: readonly string[] = []): void {
    const running = this.#running();
    if (running?.token !== token) return;
    this.#parts.storage.forget(token);
    this.#set({ kind: 'refused', note: NOTES.refused, team: running.state.team, said });
  }

  /** Ends the session in every tab. Settles when the sign-out listeners are done; never rejects. */
  signOut(): Promise<void> {
    const { storage, channel, newId } = this.#parts;
    this.#attempt += 1;
    this.#asking = null;
    storage.clear(newId());
    channel?.post({ type: 'sign-out' });
    return this.#end(null);
  }

  /** Looks again at what is stored: a page that comes back from the back-forward cache slept. */
  reread(): void {
    const kept = this.#parts.storage.read();
    const state = this.#state;
    const gone =
      (state.kind === 'signed-in' &&
        (kept?.token !== this.#token || (kept.team ?? null) !== state.team)) ||
      (state.kind === 'refused' && this.#parts.storage.mark() !== this.#mark);
    if (gone) void this.#end(NOTES.elsewhere);
    if (this.#state.kind === 'signed-out') this.#restore();
  }

  /** Shows a note beside the present state; null takes it away. */
  say(note: string | null): void {
    if (this.#state.kind === 'starting') this.#firstNote = note;
    else this.#set({ ...this.#state, note });
  }

  #hear(message: TabMessage, channel: TabChannel): void {
    if (message.type === 'ask') {
      const running = this.#running();
      if (running === null) return;
      const { remembered, team } = running.state;
      const hand = { type: 'hand', asking: message.asking, remembered } as const;
      channel.post({ ...hand, ...credentialsOf({ token: running.token, team }) });
    } else if (message.type === 'hand') {
      if (message.asking !== this.#asking) return;
      this.#asking = null;
      this.#takeUp(message);
    } else {
      this.#asking = null;
      if (this.#state.kind === 'signed-out') return;
      if (this.#token !== null) this.#parts.storage.forget(this.#token);
      void this.#end(NOTES.elsewhere);
    }
  }

  #running(): { readonly token: string; readonly state: SignedIn } | null {
    const [token, state] = [this.#token, this.#state];
    return token !== null && state.kind === 'signed-in' ? { token, state } : null;
  }

  #restore(): boolean {
    const kept = this.#parts.storage.read();
    if (kept === null) return false;
    this.#takeUp(kept);
    return true;
  }

  #keep(credentials: Credentials, remember: boolean) {
    this.#mark = this.#parts.storage.mark();
    return this.#parts.storage.write(credentials, remember);
  }

  #takeUp({ remembered, ...credentials }: StoredToken): void {
    const { token, team = null } = credentials;
    this.#keep(credentials, false);
    this.#token = token;
    this.#set({
      kind: 'signed-in',
      remembered,
      team,
      entered: false,
      note: this.#firstNote,
      checkedBuildId: null,
    });
  }

  #settle(): void {
    if (this.#state.kind !== 'starting') return;
    this.#set({ kind: 'signed-out', note: this.#firstNote });
  }

  async #end(note: string | null): Promise<void> {
    this.#set({ kind: 'signed-out', note });
    const listeners = [...this.#signOutListeners];
    const late = new Promise<never>((_resolve, reject) => {
      this.#parts.after(WIPE_MS, reject);
    });
    late.catch(() => undefined);
    const work = listeners.map(async (listener) => listener());
    const done = await Promise.allSettled(work.map((one) => Promise.race([one, late])));
    // Said beside whatever has followed: what is left on the device does not go by signing in.
    if (done.some((one) => one.status === 'rejected')) this.say(NOTES.leftovers);
  }

  #set(state: SessionState): void {
    this.#state = state;
    if (state.kind !== 'signed-in') this.#token = null;
    this.#firstNote = null;
    for (const listener of [...this.#subscribers]) listener();
  }
}

function credentialsOf(of: { readonly token: string; readonly team: string | null }): Credentials {
  return { token: of.token, ...(of.team !== null && { team: of.team }) };
}
