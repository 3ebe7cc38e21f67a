import type { Build } from '../../../contract/build.ts';

/** What is exported, as a text can say it before the first build. */
export interface ExportAbout {
  /** In sentences: `Builds: status is failed. Newest first.` */
  readonly view: string;
  /** The address that shows it. */
  readonly link: string;
  /** Failed builds among them. */
  readonly failed: number;
  /** When the first and the last failed one were created, milliseconds; null where none is known. */
  readonly window: readonly [from: number, to: number] | null;
}

/** Turns builds into text a piece at a time, so that no list ever stands as one string. */
export interface Exporter {
  /** What builds become, as a person says it: `CSV`, `an incident`. */
  readonly called: string;
  /** What the file's name says beside the time: `image-builds`. */
  readonly stem: string;
  /** Of the file's name, without the dot. */
  readonly extension: string;
  readonly mediaType: string;
  /** Stands before the text in a file, never on the clipboard. */
  readonly fileMark?: string;
  /** The builds that it takes; without it all of them. */
  readonly wants?: (build: Build) => boolean;
  /**
   * The text in pieces, each short to make; at least one for each build, empty for one that is
   * left out, so that the page can be let in between. `now` (milliseconds since the epoch) is
   * when the person asked: running durations count up to it.
   */
  readonly pieces: (builds: Iterable<Build>, now: number, about?: ExportAbout) => Iterable<string>;
}
