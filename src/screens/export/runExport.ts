import type { Build } from '../../contract/build.ts';
import type { BuildTable } from '../../list/BuildTable.ts';
import { failuresIn } from './failuresIn.ts';
import type { ExportAbout, Exporter } from './formats/Exporter.ts';
import { type Slicing, writeInSlices } from './writeInSlices.ts';

export interface ExportJob extends Slicing {
  readonly table: BuildTable;
  /** What is exported, in this order; copied at the start. */
  readonly rows: Uint32Array;
  /** When the person asked, in milliseconds since the epoch. */
  readonly now: number;
  /** What is exported, in words and as a link. */
  readonly about: Pick<ExportAbout, 'view' | 'link'>;
}

export interface Exported {
  readonly text: Blob;
  /** Builds in the text. */
  readonly builds: number;
}

/**
 * Makes the text of builds in short slices. A build that was removed meanwhile is left out.
 *
 * @throws the signal's reason once it is aborted.
 */
export async function runExport(exporter: Exporter, job: ExportJob): Promise<Exported> {
  job.signal.throwIfAborted();
  const reading = new Reading(exporter, job);
  const about = { ...job.about, ...failuresIn(job.table, job.rows) };
  const pieces = exporter.pieces(reading.builds(), job.now, about);
  const text = await writeInSlices(pieces, exporter.mediaType, () => reading.share, job);
  return { text, builds: reading.wanted };
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
