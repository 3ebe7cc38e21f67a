import { useState } from 'react';
import { formatUtc } from '../../../lib/formatTime.ts';
import { useReplica } from '../../../replica/useReplica.ts';
import { Button } from '../../../ui/Button.tsx';
import { usePreferredZone } from '../../../ui/dayZone.ts';
import { usePageReplica } from '../../frame/list/usePageReplica.ts';
import { useVisit } from '../../frame/visit/useVisit.ts';
import { visitOf } from '../../frame/visit/visitOf.ts';
import { browserVisits } from '../../frame/visit/visitStorage.ts';
import { momentText } from '../since/momentText.ts';

/** When the last visit was, what happened since to be had back, and whether it outlives a sign-out. */
export function VisitChoice() {
  const replica = usePageReplica();
  const { apiTime } = useReplica(replica);
  const visit = useVisit();
  const zone = usePreferredZone();
  const [keeps, setKeeps] = useState(browserVisits.keeps);
  if (visit === null || apiTime === null) return null;
  const { mark, dismissed } = visit;
  return (
    <div className="mt-2 border-t border-line pt-2">
      {mark === null ? (
        <p className="text-muted">
          This token was not here before on this device: your next visit counts from the end of this
          one.
        </p>
      ) : (
        <p title={formatUtc(mark)}>You were last here until {momentText(mark, apiTime, zone)}.</p>
      )}
      {mark !== null && dismissed && (
        <Button onClick={() => visitOf(replica).dismiss(false)}>Show what happened since</Button>
      )}
      <label className="flex items-start gap-1.5 pt-1 max-sm:min-h-11">
        <input
          type="checkbox"
          checked={keeps}
          onChange={(event) => {
            browserVisits.keep(event.currentTarget.checked);
            setKeeps(event.currentTarget.checked);
          }}
          className="mt-1 accent-accent"
        />
        <span>
          Remember this time when I sign out
          <span className="block text-muted">
            One time under a hash of your token, nothing else.
          </span>
        </span>
      </label>
    </div>
  );
}
