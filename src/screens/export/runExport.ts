import type { Build } from '../../contract/build.ts';
import type { BuildTable } from '../../list/BuildTable.ts';
import { BlobText } from './BlobText.ts';
import { breathe } from './breathe.ts';
import { failuresIn } from './failuresIn.ts';
import type { ExportAbout, Exporter } from './formats/Exporter.ts';

export interface ExportJob {
  readonly table: BuildTable;
  /** What is exported, in this order; copied at the start. */
  readonly rows: Uint32Array;
  /** When the person asked, in milliseconds since the epoch. */
  readonly now: number;
  /** What is exported, in words and as a link. */
  readonly about: Pick<ExportAbout, 'view' | 'link'>;
  readonly signal: AbortSignal;
  /** Hears 0 to 1, once a slice. */
  readonly onProgress?: (share: number) => void;
  /** Between two slices; for tests. */
  readonly pause?: () => Promise<void>;
  /** Milliseconds, to measure slices by; for tests. */
  readonly clock?: () => number;
}

export interface Exported {
  readonly text: Blob;
  /** Builds in the text. */
  readonly builds: number;
}

/** How long the page may stand still at a time. Milliseconds. */
const SLICE = 8;
/**
 * Makes the text of builds in short slices, so that the page stays quick. A build that was
 * removed meanwhile is left out.
 *
 * @throws the signal's reason once it is aborted.
 */
export async function runExport(exporter: Exporter, job: ExportJob): Promise<Exported> {
  const { signal, onProgress, pause = breathe, clock = () => performance.now() } = job;
  signal.throwIfAborted();
  const reading = new Reading(exporter, job);
  const text = new BlobText();
  let sliceEnds = clock() + SLICE;
  const about = { ...job.about, ...failuresIn(job.table, job.rows) };
  for (const piece of exporter.pieces(reading.builds(), job.now, about)) {
    text.add(piece);
    if (clock() < sliceEnds) continue;
    onProgress?.(reading.share);
    await pause();
    signal.throwIfAborted();
    sliceEnds = clock() + SLICE;
  }
  onProgress?.(1);
  return { text: text.toBlob(exporter.mediaType), builds: reading.wanted };
}

/** Reads builds one after the other, and counts. */
class Reading {
  /** Builds that the exporter takes. */
  wanted = 0;
  #read = 0;
  readonly #rows: Uint32Array;
  readonly #table: BuildTable;
  readonly #wants: (build: Build) => boolean;

  constructor(exporter: Exporter, { table, rows }: ExportJob) {
    this.#rows = rows.slice();
    this.#table = table;
    this.#wants = exporter.wants ?? (() => true);
  }

  get share(): number {
    return this.#rows.length === 0 ? 1 : this.#read / this.#rows.length;
  }

  *builds(): Generator<Build> {
    for (const row of this.#rows) {
      this.#read += 1;
      if (this.#table.alive[row] !== 1) continue;
      const build = this.#table.build(row);
      if (this.#wants(build)) this.wanted += 1;
      yield build;
    }
  }
}
