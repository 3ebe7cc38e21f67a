import { useId, useState } from 'react';
import { instantIn, zoneWord } from '../../../lib/zone.ts';
import { Button } from '../../../ui/Button.tsx';

export interface TimeStretchProps {
  readonly zone: string;
  /** What was chosen, as `parseTimeRange` reads it. */
  readonly onChoose: (text: string) => void;
}

interface Moment {
  readonly day: string;
  /** Empty for the whole day. */
  readonly time: string;
}

const NEVER: Moment = { day: '', time: '' };

/** From one day to another, at times of the day where they are given. */
export function TimeStretch({ zone, onChoose }: TimeStretchProps) {
  const [from, setFrom] = useState(NEVER);
  const [to, setTo] = useState(NEVER);
  const text = stretchText(from, to, zone);
  return (
    <form
      className="flex flex-col gap-1.5 border-t border-line p-2 text-sm"
      onSubmit={(event) => {
        event.preventDefault();
        if (text) onChoose(text);
      }}
    >
      <MomentField
        label={`From (${zoneWord(zone)})`}
        timeLabel="Begins at"
        moment={from}
        max={to.day}
        onChange={setFrom}
      />
      <MomentField
        label={`To (${zoneWord(zone)})`}
        timeLabel="Ends at"
        moment={to}
        min={from.day}
        onChange={setTo}
      />
      <Button type="submit" disabled={text === ''}>
        {from.time || to.time ? 'Show these hours' : 'Show these days'}
      </Button>
    </form>
  );
}

/** What stands in the fields as a range is written; empty where no day does. */
export function stretchText(from: Moment, to: Moment, zone: string): string {
  const [first, last] = [momentText(from, zone), momentText(to, zone)];
  if (first && last) return `${first}..${last}`;
  return first ? `>=${first}` : last ? `<=${last}` : '';
}

function momentText({ day, time }: Moment, zone: string): string {
  if (day === '' || time === '') return day;
  const at = instantIn(Date.parse(`${day}T${time}Z`), zone);
  return `${new Date(at).toISOString().slice(0, 16)}Z`;
}

interface MomentFieldProps {
  readonly label: string;
  readonly timeLabel: string;
  readonly moment: Moment;
  readonly min?: string;
  readonly max?: string;
  readonly onChange: (moment: Moment) => void;
}

function MomentField({ label, timeLabel, moment, min, max, onChange }: MomentFieldProps) {
  const id = useId();
  const field = 'h-7 rounded border border-edge bg-raised px-1 max-sm:h-11';
  return (
    <div className="flex flex-wrap items-center justify-between gap-2">
      <label htmlFor={id}>{label}</label>
      <span className="flex gap-1">
        <input
          id={id}
          type="date"
          value={moment.day}
          min={min || undefined}
          max={max || undefined}
          onChange={(event) => onChange({ ...moment, day: event.currentTarget.value })}
          className={field}
        />
        <input
          type="time"
          aria-label={timeLabel}
          value={moment.time}
          onChange={(event) => onChange({ ...moment, time: event.currentTarget.value })}
          className={field}
        />
      </span>
    </div>
  );
}
