import { CalendarClock } from 'lucide-react';
import { useId, useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Menu } from '../../../ui/Menu.tsx';
import { makeView, type View } from '../../../views/address/View.ts';
import { parseTimeRange } from '../../../views/terms/timeRange.ts';
import { useView } from '../view/useView.ts';

const CHOICES = [
  { text: null, label: 'Any time' },
  { text: '1h', label: 'Last hour' },
  { text: '24h', label: 'Last 24 hours' },
  { text: '7d', label: 'Last 7 days' },
  { text: '30d', label: 'Last 30 days' },
  { text: 'today', label: 'Today (UTC)' },
] as const;

/** When builds were created: a few stretches up to now, or from one day to another. */
export function CreatedMenu() {
  const [view, actions] = useView();
  const term = view.filter.find((each) => each.kind === 'time' && each.field === 'created');
  const choose = (text: string | null) => actions.push((now) => withCreated(now, text));
  const current = term === undefined ? null : JSON.stringify(term.kind === 'time' && term.range);
  const checked = (text: string | null) =>
    text === null ? term === undefined : current === JSON.stringify(parseTimeRange(text));
  return (
    <Menu
      aria-label="Created"
      label={
        <>
          <CalendarClock aria-hidden="true" className="size-3.5 text-muted" />
          <span className={term === undefined ? 'max-sm:sr-only' : 'max-w-40 truncate'}>
            {CHOICES.find(({ text }) => checked(text))?.label ?? 'Created: as filtered'}
          </span>
        </>
      }
      className="rounded-full max-sm:[&>svg:last-child]:hidden"
      items={CHOICES.map(({ text, label }) => ({
        label,
        checked: checked(text),
        onSelect: () => choose(text),
      }))}
      footer={(close) => (
        <DayRange
          onChoose={(text) => {
            close();
            choose(text);
          }}
        />
      )}
    />
  );
}

function DayRange({ onChoose }: { readonly onChoose: (text: string) => void }) {
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const id = useId();
  const text = from && to ? `${from}..${to}` : from ? `>=${from}` : to ? `<=${to}` : '';
  return (
    <form
      className="mt-1 flex flex-col gap-1.5 border-t border-line p-2 text-sm"
      onSubmit={(event) => {
        event.preventDefault();
        if (text) onChoose(text);
      }}
    >
      <label htmlFor={`${id}from`} className="flex items-center justify-between gap-2">
        From (UTC)
        <input
          id={`${id}from`}
          type="date"
          value={from}
          max={to || undefined}
          onChange={(event) => setFrom(event.currentTarget.value)}
          className="h-7 rounded border border-edge bg-raised px-1"
        />
      </label>
      <label htmlFor={`${id}to`} className="flex items-center justify-between gap-2">
        To (UTC)
        <input
          id={`${id}to`}
          type="date"
          value={to}
          min={from || undefined}
          onChange={(event) => setTo(event.currentTarget.value)}
          className="h-7 rounded border border-edge bg-raised px-1"
        />
      </label>
      <Button type="submit" disabled={text === ''}>
        Show these days
      </Button>
    </form>
  );
}

function withCreated(view: View, text: string | null): View {
  const others = view.filter.filter((term) => term.kind !== 'time' || term.field !== 'created');
  const range = text === null ? null : parseTimeRange(text);
  return makeView({
    ...view,
    filter:
      range === null ? others : [...others, { kind: 'time', field: 'created', range, not: false }],
  });
}
