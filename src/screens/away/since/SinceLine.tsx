import { X } from 'lucide-react';
import { type ReactNode, useCallback, useState } from 'react';
import { formatUtc } from '../../../lib/formatTime.ts';
import { usePreferredZone } from '../../../ui/dayZone.ts';
import { isPlainClick } from '../../../ui/isPlainClick.ts';
import { useList } from '../../frame/list/useList.ts';
import { usePageReplica } from '../../frame/list/usePageReplica.ts';
import { UndoOffer } from '../../frame/UndoOffer.tsx';
import { useAddress } from '../../frame/view/useView.ts';
import { useVisit } from '../../frame/visit/useVisit.ts';
import { visitOf } from '../../frame/visit/visitOf.ts';
import { momentText } from './momentText.ts';
import { type SincePart, sinceParts } from './sinceParts.ts';
import { useSinceCounts } from './useSinceCounts.ts';

const LABEL = 'Since you were last here';

/** The place of the one notice line: beside the search where there is room, else over the list. */
const PLACE =
  'flex h-8 min-w-0 items-center gap-1 text-sm max-xl:fixed max-xl:bottom-4 max-xl:left-1/2 max-xl:z-20 max-xl:max-w-[calc(100vw-2rem)] max-xl:-translate-x-1/2 max-xl:rounded-md max-xl:border max-xl:border-line max-xl:bg-raised max-xl:pl-3 max-xl:shadow-lg max-sm:bottom-18 max-sm:h-12 max-sm:w-max xl:flex-1 print:hidden';

/**
 * What happened since the person was last here, once, in a line that was there before; `otherwise`
 * has the place where there is nothing to say, or no more. It moves nothing.
 */
export function SinceLine({ otherwise }: { readonly otherwise: ReactNode }) {
  const keeper = visitOf(usePageReplica());
  const visit = useVisit();
  const [offering, setOffering] = useState(false);
  // The same one for each draw: another one would begin its time anew.
  const endOffer = useCallback(() => setOffering(false), []);
  if (visit === null || visit.mark === null) return otherwise;
  if (visit.dismissed) {
    if (!offering) return otherwise;
    return (
      <UndoOffer
        className={PLACE}
        label={LABEL}
        takesFocus
        onUndo={() => keeper.dismiss(false)}
        onEnd={endOffer}
      >
        <span className="text-muted">Dismissed until your next visit.</span>
      </UndoOffer>
    );
  }
  const dismiss = () => {
    setOffering(true);
    keeper.dismiss(true);
  };
  return <Counts moment={visit.mark} onDismiss={dismiss} otherwise={otherwise} />;
}

interface CountsProps {
  readonly moment: number;
  readonly onDismiss: () => void;
  readonly otherwise: ReactNode;
}

function Counts({ moment, onDismiss, otherwise }: CountsProps) {
  const { apiTime } = useList().state;
  const zone = usePreferredZone();
  const counts = useSinceCounts(moment);
  const parts = counts === null ? null : sinceParts(counts, moment);
  if (counts === null || parts === null) return otherwise;
  const { ended, failed, causes, broken } = parts;
  return (
    <div role="note" aria-label={LABEL} className={PLACE}>
      <p className="line-clamp-2 min-w-0 leading-4 tabular-nums">
        <span title={formatUtc(moment)}>
          Since {momentText(moment, apiTime ?? moment, zone)}
          {!counts.complete && ', so far'}:
        </span>{' '}
        <Part part={ended} />
        {failed && (
          <>
            , <Part part={failed} />
          </>
        )}
        {causes && (
          <>
            {' '}
            (<Part part={causes} />)
          </>
        )}
        {broken && (
          <>
            , <Part part={broken} />
          </>
        )}
      </p>
      <button
        type="button"
        aria-label="Dismiss what happened since you were last here"
        title="Dismiss until your next visit"
        onClick={onDismiss}
        className="inline-flex size-7 shrink-0 items-center justify-center rounded text-muted hover:bg-hover hover:text-ink max-sm:size-11"
      >
        <X aria-hidden="true" className="size-3.5" />
      </button>
    </div>
  );
}

function Part({ part }: { readonly part: SincePart }) {
  const address = useAddress();
  return (
    <a
      href={address.href(part.href)}
      onClick={(event) => {
        if (!isPlainClick(event)) return;
        event.preventDefault();
        address.push(part.href);
      }}
      className="rounded whitespace-nowrap text-accent underline-offset-2 hover:underline"
    >
      {part.text}
    </a>
  );
}
