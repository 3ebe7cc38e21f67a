import { leftWords, linesWords, withLeft } from '../../insights/images/pushWords.ts';
import { plural } from '../../lib/number.ts';
import type { LensTable } from '../frame/lens/LensExport.ts';
import { exportFileName } from './exportFileName.ts';
import type { ExportChoice } from './exportGroups.ts';
import { tableWords } from './exportGroups.ts';
import { exporters } from './formats/exporters.ts';
import { type PushSource, readPushAgain } from './readPushAgain.ts';
import { type ExportJob, runExport } from './runExport.ts';
import { runTableExport } from './runTableExport.ts';
import { tableExporters } from './table/tableExporters.ts';

/** An export that is made: for the clipboard, for a file, and what to call it. */
export interface MadeExport {
  readonly text: Blob;
  readonly file: Blob;
  readonly fileName: string;
  /** `CSV`, `an incident` */
  readonly called: string;
  /** `3 builds`, `13 causes so far`, `5 lines for 9 builds` */
  readonly holds: string;
  /** Why there is nothing in it; null where there is. */
  readonly nothing: string | null;
  /** What was left out and why, in words, and the choice that takes it along; null for none. */
  readonly left: { readonly said: string; readonly along: ExportChoice } | null;
}

export interface MakeJob extends ExportJob, PushSource {
  /** The table of the lens; null where it has none. */
  readonly lensTable: LensTable | null;
}

/**
 * Makes what was chosen.
 *
 * @throws what `runExport` throws.
 */
export function makeExport(choice: ExportChoice, job: MakeJob): Promise<MadeExport> {
  if (choice.of === 'table') return makeTable(choice, job);
  return choice.of === 'push' ? makePush(choice, job) : makeBuilds(choice, job);
}

async function makeBuilds(
  { format }: ExportChoice & { of: 'builds' },
  job: ExportJob,
): Promise<MadeExport> {
  const exporter = exporters[format];
  const { text, builds } = await runExport(exporter, job);
  const why = exporter.wants ? 'None of these builds failed' : 'None of these builds is left';
  return {
    ...filesOf(text, exporter, exportFileName(exporter, job.now)),
    holds: plural(builds, 'build', 'builds'),
    nothing: builds === 0 ? `${why}: there is nothing to export.` : null,
    left: null,
  };
}

/** The table of a lens that has gone meanwhile has no rows any more. */
async function makeTable(
  { format }: ExportChoice & { of: 'table' },
  { lensTable, ...job }: MakeJob,
): Promise<MadeExport> {
  if (lensTable === null) throw new Error('There is no table on screen.');
  const exporter = tableExporters[format];
  const text = await runTableExport(exporter, lensTable, job);
  const stem = `image-builds-${lensTable.noun[1].replace(/\W+/g, '-')}${lensTable.complete ? '' : '-so-far'}`;
  const { extension } = exporter;
  return {
    ...filesOf(text, exporter, exportFileName({ stem, extension }, job.now)),
    holds: tableWords(lensTable),
    nothing: lensTable.count === 0 ? 'This table has no rows: there is nothing to export.' : null,
    left: null,
  };
}

async function makePush(choice: ExportChoice & { of: 'push' }, job: MakeJob): Promise<MadeExport> {
  const clean = await readPushAgain(job, job.now, job);
  const push = choice.all ? withLeft(clean) : clean;
  const exporter = exporters[choice.format];
  const rows = Uint32Array.from(push.lines, ({ row }) => row);
  const { text } = await runExport(exporter, { ...job, rows });
  const said = leftWords(push);
  return {
    ...filesOf(text, exporter, exportFileName({ ...exporter, stem: STEM }, job.now)),
    holds: linesWords(push),
    nothing: push.lines.length === 0 ? nothingToPush(said) : null,
    left: said === '' ? null : { said, along: { ...choice, all: true } },
  };
}

const STEM = 'image-builds-push-again';

function nothingToPush(left: string): string {
  if (left === '') return 'None of these builds failed: there is nothing to push again.';
  return `None of these images is to be pushed again: ${left}.`;
}

function filesOf(
  text: Blob,
  { called, fileMark, mediaType: type }: { called: string; fileMark?: string; mediaType: string },
  fileName: string,
): Pick<MadeExport, 'text' | 'file' | 'fileName' | 'called'> {
  const file = fileMark === undefined ? text : new Blob([fileMark, text], { type });
  return { text, file, fileName, called };
}
