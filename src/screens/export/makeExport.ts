import { exportFileName } from './exportFileName.ts';
import type { Format } from './formats/exportChoices.ts';
import { exporters } from './formats/exporters.ts';
import { type ExportJob, runExport } from './runExport.ts';

/** An export that is made: for the clipboard, for a file, and what to call it. */
export interface MadeExport {
  readonly text: Blob;
  readonly file: Blob;
  readonly fileName: string;
  /** `CSV`, `an incident` */
  readonly called: string;
  readonly builds: number;
  /** It takes failed builds alone. */
  readonly failedOnly: boolean;
}

/**
 * Makes the export of a format.
 *
 * @throws what `runExport` throws.
 */
export async function makeExport(format: Format, job: ExportJob): Promise<MadeExport> {
  const exporter = exporters[format];
  const { text, builds } = await runExport(exporter, job);
  const { called, fileMark, mediaType: type } = exporter;
  return {
    text,
    file: fileMark === undefined ? text : new Blob([fileMark, text], { type }),
    fileName: exportFileName(exporter, job.now),
    called,
    builds,
    failedOnly: exporter.wants !== undefined,
  };
}
