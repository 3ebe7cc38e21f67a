import type { ApiError } from '../../contract/ApiError.ts';
import type { Page } from '../../contract/build.ts';
import type { ReplicaClock } from '../../lib/surroundings.ts';
import type { Ask } from '../sweep/Ask.ts';
import type { Call } from './parsePageMessage.ts';

/** What a call brought. */
export interface Performed {
  /** What was really asked, where a range was taken from a page that holds it. */
  readonly ask?: Ask;
  readonly page: Page;
  readonly stamp: number;
  readonly sentAt: number;
  readonly date: number | null;
}

/** How this tab asks the API itself. */
export interface OwnCall {
  readonly signal?: AbortSignal | undefined;
  perform(watch: {
    /** Called when it is sent. */
    readonly onSent?: (stamp: number, sentAt: number) => void;
    /** Called with the body, without the token. */
    readonly onText?: (text: string) => void;
  }): Promise<Performed>;
}

/** What the shared pages need of the tab they are in. */
export interface SharedParts {
  readonly clock: ReplicaClock;
  readonly random: () => number;
  /** Another stamp, later than all before it and than all that were heard. */
  readonly tick: () => number;
  readonly hearStamp: (stamp: number) => void;
  /** When the budget lets the next call out: `now`, or later. */
  readonly opensAt: (now: number) => number;
  /** Hears of a call of another tab: when it is sent, and when it has brought something. */
  readonly onCall: (call: Call, brought: boolean) => void;
  /** Hears of each failure of another tab’s call. */
  readonly onFailed: (error: ApiError) => void;
}
