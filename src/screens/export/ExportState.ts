import type { ExportChoice } from './exportGroups.ts';
import type { MadeExport } from './makeExport.ts';

/** How an export goes, from the choice in the menu to what came of it. */
export type ExportState =
  | { readonly kind: 'idle' }
  /** `share` is 0 to 1. */
  | { readonly kind: 'running'; readonly share: number }
  /** `along`: what takes along what was left out. */
  | { readonly kind: 'done'; readonly text: string; readonly along?: ExportChoice }
  /** The text is made but not on the clipboard: it can be had as a file. */
  | { readonly kind: 'refused'; readonly text: string; readonly made: MadeExport }
  | { readonly kind: 'failed'; readonly text: string; readonly along?: ExportChoice };

/** Bytes. More than this freezes other programs, and some browsers cut it. */
export const MOST_COPIED = 32 * 1024 * 1024;

/** What stands against handing over an export that is made; null when nothing does. */
export function objection(how: ExportChoice['how'], made: MadeExport): ExportState | null {
  if (made.nothing !== null) {
    return { kind: 'failed', text: made.nothing, ...(made.left && { along: made.left.along }) };
  }
  if (how === 'copy' && made.text.size > MOST_COPIED) {
    const text = `${megabytes(made.text.size)} are too much for the clipboard.`;
    return { kind: 'refused', text, made };
  }
  return null;
}

/** What is said of an export that arrived, and of what was left out of it. */
export function doneState(how: ExportChoice['how'], made: MadeExport): ExportState {
  const { called, fileName, holds, left } = made;
  const done = how === 'copy' ? `Copied ${holds} as ${called}.` : `Saved ${holds} in ${fileName}.`;
  if (left === null) return { kind: 'done', text: done };
  return { kind: 'done', text: `${done} Left out: ${left.said}.`, along: left.along };
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
