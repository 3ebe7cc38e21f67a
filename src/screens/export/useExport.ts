import { useCallback, useEffect, useRef, useState } from 'react';
import { copyText } from '../../ui/clipboard/copyText.ts';
import { offerByHand } from '../../ui/clipboard/textByHand.ts';
import { doneState, type ExportState, objection } from './ExportState.ts';
import type { ExportChoice } from './exportGroups.ts';
import type { MadeExport, MakeJob } from './makeExport.ts';
import { saveBlob } from './saveBlob.ts';

export interface ExportSource
  extends Pick<MakeJob, 'table' | 'rows' | 'about' | 'lensTable' | 'images'> {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

export interface Exporting {
  readonly state: ExportState;
  /** Starts one, in the click itself; one that still runs is cancelled. */
  readonly start: (choice: ExportChoice, source: ExportSource) => void;
  readonly cancel: () => void;
  /** Saves what the clipboard did not take. */
  readonly save: (made: MadeExport) => void;
  /** Shows it in a field to be copied by hand. */
  readonly show: (made: MadeExport) => void;
  readonly dismiss: () => void;
}

const IDLE: ExportState = { kind: 'idle' };
/** How long it is said that an export arrived. Milliseconds. */
const SAID_FOR = 6000;

/** One export at a time, with its progress and what came of it. */
export function useExport(): Exporting {
  const [state, setState] = useState<ExportState>(IDLE);
  const running = useRef<AbortController>(null);

  // Leaving the screen, as signing out does, ends what still runs.
  useEffect(() => () => running.current?.abort(), []);

  // The good news goes by itself; a problem, and what can still be done, stay until they are read.
  useEffect(() => {
    if (state.kind !== 'done' || state.along !== undefined) return;
    const timer = setTimeout(() => setState(IDLE), SAID_FOR);
    return () => clearTimeout(timer);
  }, [state]);

  const start = useCallback((choice: ExportChoice, source: ExportSource) => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    const { signal } = controller;
    setState({ kind: 'running', share: 0 });
    const show = (next: ExportState) => {
      if (!signal.aborted) setState(next);
    };
    const made = make(choice, source, signal, (share) => {
      if (!signal.aborted) setState((before) => moved(before, share));
    });
    void (choice.how === 'copy' ? copy(made) : save(made)).then(show);
  }, []);

  const stop = useCallback(() => {
    running.current?.abort();
    setState(IDLE);
  }, []);
  const saveMade = useCallback((made: MadeExport) => {
    saveBlob(made.file, made.fileName);
    setState(doneState('download', made));
  }, []);
  const show = useCallback(async ({ text, called }: MadeExport) => {
    setState(IDLE);
    offerByHand({ text: await text.text(), what: called });
  }, []);
  return { state, start, cancel: stop, save: saveMade, show, dismiss: stop };
}

/** A state that would look the same is the same: the page is not drawn for it. */
function moved(before: ExportState, share: number): ExportState {
  const next = Math.floor(share * 100) / 100;
  return before.kind === 'running' && before.share === next
    ? before
    : { kind: 'running', share: next };
}

/** Carries why an export that is made goes no further. */
class Objected extends Error {
  readonly state: ExportState;

  constructor(state: ExportState) {
    super('This export goes no further.');
    this.state = state;
  }
}

async function make(
  choice: ExportChoice,
  { now, ...source }: ExportSource,
  signal: AbortSignal,
  onProgress: (share: number) => void,
): Promise<MadeExport> {
  const at = now();
  const { makeExport } = await import('./makeExport.ts');
  const made = await makeExport(choice, { ...source, now: at, signal, onProgress });
  const state = objection(choice.how, made);
  if (state !== null) throw new Objected(state);
  return made;
}

async function save(making: Promise<MadeExport>): Promise<ExportState> {
  try {
    const made = await making;
    saveBlob(made.file, made.fileName);
    return doneState('download', made);
  } catch (error) {
    return failure(error);
  }
}

async function copy(making: Promise<MadeExport>): Promise<ExportState> {
  const copying = copyText(making.then(({ text }) => text));
  // It throws what the making throws, which is met below.
  copying.catch(() => undefined);
  try {
    const made = await making;
    if (await copying) return doneState('copy', made);
    return { kind: 'refused', text: 'The browser refused to copy.', made };
  } catch (error) {
    return failure(error);
  }
}

function failure(error: unknown): ExportState {
  if (error instanceof Objected) return error.state;
  return { kind: 'failed', text: 'The export could not be made. Reload the page and try again.' };
}
