import { plural } from '../../lib/number.ts';
import type { ExportChoice } from './formats/exportChoices.ts';
import type { MadeExport } from './makeExport.ts';

/** How an export goes, from the choice in the menu to what came of it. */
export type ExportState =
  | { readonly kind: 'idle' }
  /** `share` is 0 to 1. */
  | { readonly kind: 'running'; readonly share: number }
  | { readonly kind: 'done'; readonly text: string }
  /** The text is made but not on the clipboard: it can be had as a file. */
  | { readonly kind: 'refused'; readonly text: string; readonly made: MadeExport }
  | { readonly kind: 'failed'; readonly text: string };

/** Bytes. More than this freezes other programs, and some browsers cut it. */
export const MOST_COPIED = 32 * 1024 * 1024;

/** What stands against handing over an export that is made; null when nothing does. */
export function objection(how: ExportChoice['how'], made: MadeExport): ExportState | null {
  if (made.builds === 0) {
    const why = made.failedOnly ? 'None of these builds failed' : 'None of these builds is left';
    return { kind: 'failed', text: `${why}: there is nothing to export.` };
  }
  if (how === 'copy' && made.text.size > MOST_COPIED) {
    const text = `${megabytes(made.text.size)} are too much for the clipboard.`;
    return { kind: 'refused', text, made };
  }
  return null;
}

/** The words for an export that arrived. */
export function doneText(how: ExportChoice['how'], made: MadeExport): string {
  const builds = plural(made.builds, 'build', 'builds');
  return how === 'copy'
    ? `Copied ${builds} as ${made.called}.`
    : `Saved ${builds} in ${made.fileName}.`;
}

/** What a screen reader hears: nothing between two quarters. */
export function spokenText(state: ExportState): string {
  if (state.kind === 'idle') return '';
  if (state.kind !== 'running') return state.text;
  return `Exporting, ${Math.floor(state.share * 4) * 25} %`;
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / (1024 * 1024))} MB`;
}
