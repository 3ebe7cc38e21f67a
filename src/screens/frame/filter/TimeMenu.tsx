import { CalendarClock } from 'lucide-react';
import { useState } from 'react';
import { localZone, zoneWord } from '../../../lib/zone.ts';
import { classes } from '../../../ui/classes.ts';
import { preferUtc, usePreferredZone } from '../../../ui/dayZone.ts';
import { Menu } from '../../../ui/Menu.tsx';
import { saysDays } from '../../../views/address/View.ts';
import { withFilter, withZone, zoneOf } from '../../../views/editView.ts';
import type { Filter, Term } from '../../../views/terms/Filter.ts';
import type { TimeField } from '../../../views/terms/fields.ts';
import { parseTimeRange } from '../../../views/terms/timeRange.ts';
import { useView } from '../view/useView.ts';
import { TimeStretch } from './TimeStretch.tsx';

const CHOICES = [
  { text: null, label: 'Any time', days: false },
  { text: '1h', label: 'Last hour', days: false },
  { text: '6h', label: 'Last 6 hours', days: false },
  { text: '24h', label: 'Last 24 hours', days: false },
  { text: '7d', label: 'Last 7 days', days: false },
  { text: '30d', label: 'Last 30 days', days: false },
  { text: 'today', label: 'Today', days: true },
  { text: 'yesterday', label: 'Yesterday', days: true },
  { text: 'this-week', label: 'This week', days: true },
  { text: 'last-week', label: 'Last week', days: true },
  { text: 'this-month', label: 'This month', days: true },
] as const;

/** The fields that a stretch of time can be of, as the menu names them. */
const FIELDS = { created: 'Created', started: 'Started', ended: 'Ended' } as const;
const FIELD_NAMES = ['created', 'started', 'ended'] as const;

/** When builds were created, started or ended: stretches up to now, days, or from one to another. */
export function TimeMenu() {
  const [view, actions] = useView();
  const zone = zoneOf(view, usePreferredZone());
  const shown = view.filter.find((term) => term.kind === 'time');
  const [picked, pick] = useState<TimeField | null>(null);
  const field = picked ?? (shown?.kind === 'time' ? shown.field : 'created');
  const term = timeTerm(view.filter, field);
  const current = term === undefined ? null : JSON.stringify(term.range);
  const checked = (text: string | null) =>
    text === null ? term === undefined : current === JSON.stringify(parseTimeRange(text));
  const choose = (text: string | null) =>
    actions.push((now) => withFilter(now, withTime(now.filter, field, text)));
  const chosen = CHOICES.find(({ text }) => checked(text));
  const label = chosen === undefined ? 'as filtered' : sayChoice(chosen, zone);
  return (
    <Menu
      aria-label={FIELDS[field]}
      label={
        <>
          <CalendarClock aria-hidden="true" className="size-3.5 text-muted" />
          <span className={term === undefined ? 'max-sm:sr-only' : 'max-w-40 truncate'}>
            {field === 'created' && chosen ? label : `${FIELDS[field]}: ${label}`}
          </span>
        </>
      }
      className="rounded-full max-sm:[&>svg:last-child]:hidden"
      items={CHOICES.map((choice) => ({
        label: sayChoice(choice, zone),
        checked: checked(choice.text),
        onSelect: () => choose(choice.text),
      }))}
      footer={(close) => (
        <>
          <div
            role="group"
            aria-label="Time of"
            className="mt-1 flex gap-1 border-t border-line p-2"
          >
            {FIELD_NAMES.map((name) => (
              <Switch key={name} pressed={name === field} onPress={() => pick(name)}>
                {FIELDS[name]}
              </Switch>
            ))}
          </div>
          <TimeStretch
            zone={zone}
            onChoose={(text) => {
              close();
              choose(text);
            }}
          />
          <ZoneSwitch
            zone={zone}
            onChoose={(chosenZone) => {
              preferUtc(chosenZone === 'UTC');
              actions.push((now) => (saysDays(now) ? withZone(now, chosenZone) : now));
            }}
          />
        </>
      )}
    />
  );
}

function sayChoice({ label, days }: (typeof CHOICES)[number], zone: string): string {
  return days ? `${label} (${zoneWord(zone)})` : label;
}

function ZoneSwitch({
  zone,
  onChoose,
}: {
  readonly zone: string;
  readonly onChoose: (zone: string) => void;
}) {
  const local = localZone();
  const zones = [...new Set([local, zone, 'UTC'])];
  if (zones.length === 1) return null;
  return (
    <div
      role="group"
      aria-label="Days of"
      className="flex flex-wrap items-center gap-1 border-t border-line p-2 text-sm"
    >
      Days of
      {zones.map((one) => (
        <Switch key={one} pressed={one === zone} onPress={() => onChoose(one)}>
          {zoneWord(one)}
        </Switch>
      ))}
    </div>
  );
}

interface SwitchProps {
  readonly pressed: boolean;
  readonly onPress: () => void;
  readonly children: string;
}

function Switch({ pressed, onPress, children }: SwitchProps) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={onPress}
      className={classes(
        'h-7 rounded border px-2 text-sm hover:bg-hover max-sm:h-11',
        pressed ? 'border-accent bg-chosen font-medium' : 'border-line',
      )}
    >
      {children}
    </button>
  );
}

function timeTerm(filter: Filter, field: TimeField) {
  return filter.find(
    (term): term is Extract<Term, { kind: 'time' }> =>
      term.kind === 'time' && term.field === field && !term.not,
  );
}

/** The filter with another stretch of time for a field, or without one. */
function withTime(filter: Filter, field: TimeField, text: string | null): Filter {
  const others = filter.filter((term) => term.kind !== 'time' || term.field !== field);
  const range = text === null ? null : parseTimeRange(text);
  return range === null ? others : [...others, { kind: 'time', field, range, not: false }];
}
