import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { withCompare } from '../../views/editView.ts';
import { useView } from '../frame/view/useView.ts';
import { CompareForm } from './CompareForm.tsx';
import { saidOf } from './saidOf.ts';
import { type SeenComparison, USUAL } from './useCompare.ts';

/** What is compared most. */
const CHOICES = [
  { compare: '24h', label: '24 h', title: 'The last 24 h with the 24 h before' },
  { compare: 'today', label: 'Today', title: 'Today with yesterday until the same time' },
  { compare: '7d', label: '7 days', title: 'The last 7 days with the 7 days before' },
  {
    compare: 'this-week',
    label: 'This week',
    title: 'This week with last week until the same time',
  },
] as const;

/** What is compared with what, and the choice of something else. */
export function CompareBar({ seen }: { readonly seen: SeenComparison }) {
  const [, actions] = useView();
  const [asking, setAsking] = useState(false);
  const { written } = seen;
  return (
    <>
      <div
        role="toolbar"
        aria-label="Compare"
        className="flex min-h-8 shrink-0 flex-wrap items-center gap-x-1 gap-y-1 px-3 print:hidden"
      >
        {CHOICES.map(({ compare, label, title }) => (
          <Button
            key={compare}
            variant="plain"
            title={title}
            aria-pressed={written === compare}
            className={written === compare ? 'bg-chosen' : ''}
            onClick={() =>
              actions.push((now) => withCompare(now, compare === USUAL ? null : compare))
            }
          >
            {label}
          </Button>
        ))}
        <Button variant="plain" aria-expanded={asking} onClick={() => setAsking(!asking)}>
          Two times…
        </Button>
      </div>
      {asking && <CompareForm onDone={() => setAsking(false)} />}
      <p role="status" className="shrink-0 px-3 py-1 text-sm text-muted tabular-nums">
        {saidOf(seen)}
      </p>
    </>
  );
}
