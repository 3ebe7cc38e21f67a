import { X } from 'lucide-react';
import { Button } from '../../ui/Button.tsx';
import { Message } from '../../ui/Message.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { type ExportState, spokenText } from './ExportState.ts';
import type { ExportChoice } from './exportGroups.ts';
import type { Exporting } from './useExport.ts';

/** Bytes. A field of more holds the page up. */
const MOST_BY_HAND = 1024 * 1024;
const TONE = { done: 'good', refused: 'waiting', failed: 'bad' } as const;

/**
 * How an export goes, over the page so that nothing below it moves. `onLeave` hears that the
 * button under the focus is gone.
 */
export function ExportPanel({
  exporting,
  start,
  onLeave,
}: {
  readonly exporting: Exporting;
  readonly start: (choice: ExportChoice) => void;
  readonly onLeave: () => void;
}) {
  const { state } = exporting;
  const leaving = (act: () => void) => () => {
    act();
    onLeave();
  };
  return (
    <>
      <span className="sr-only" aria-live="polite">
        {spokenText(state)}
      </span>
      {state.kind !== 'idle' && (
        <div className="z-30 rounded-lg bg-raised shadow-lg max-sm:fixed max-sm:inset-x-2 max-sm:bottom-2 sm:absolute sm:top-full sm:right-0 sm:mt-1 sm:w-80">
          {state.kind === 'running' ? (
            <Progress share={state.share} onCancel={leaving(exporting.cancel)} />
          ) : (
            <Outcome state={state} exporting={exporting} start={start} leaving={leaving} />
          )}
        </div>
      )}
    </>
  );
}

function Progress({ share, onCancel }: { readonly share: number; readonly onCancel: () => void }) {
  const percent = Math.floor(share * 100);
  return (
    // Most exports are over before anybody could read that they run.
    <div className="rounded-lg border border-line p-2 transition-opacity delay-150 starting:opacity-0">
      <div className="mb-2 flex items-center justify-between gap-3">
        <span className="tabular-nums">Exporting, {percent} %</span>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
      <ProgressBar value={percent} max={100} label="Exporting" />
    </div>
  );
}

function Outcome({
  state,
  exporting,
  start,
  leaving,
}: {
  readonly state: Exclude<ExportState, { kind: 'idle' | 'running' }>;
  readonly exporting: Exporting;
  readonly start: (choice: ExportChoice) => void;
  readonly leaving: (act: () => void) => () => void;
}) {
  return (
    <Message
      tone={TONE[state.kind]}
      action={
        <>
          {state.kind === 'refused' && (
            <>
              {state.made.text.size <= MOST_BY_HAND && (
                <Button onClick={leaving(() => exporting.show(state.made))}>Copy by hand</Button>
              )}
              <Button onClick={leaving(() => exporting.save(state.made))}>Download instead</Button>
            </>
          )}
          <Along state={state} onChoose={(choice) => leaving(() => start(choice))()} />
          <Button variant="plain" aria-label="Dismiss" onClick={leaving(exporting.dismiss)}>
            <X aria-hidden="true" className="size-3.5" />
          </Button>
        </>
      }
    >
      {state.text}
    </Message>
  );
}

/** Takes along what was left out. */
function Along({
  state,
  onChoose,
}: {
  readonly state: ExportState;
  readonly onChoose: (choice: ExportChoice) => void;
}) {
  const along = 'along' in state ? state.along : undefined;
  if (along === undefined) return null;
  return (
    <Button onClick={() => onChoose(along)}>
      {along.how === 'copy' ? 'Copy with those left out' : 'Download with those left out'}
    </Button>
  );
}
