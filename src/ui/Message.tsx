import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import { ICONS, Icon } from './Icon.tsx';

export interface MessageProps {
  readonly tone: 'bad' | 'info' | 'good' | 'waiting';
  readonly title?: string;
  readonly children?: ReactNode;
  /** What to do next: usually one button. */
  readonly action?: ReactNode;
  /** `alert` interrupts a screen reader; leave it out for what is not urgent. */
  readonly role?: 'alert' | 'status' | 'note';
  readonly id?: string;
  readonly className?: string;
}

const LOOK = {
  bad: { icon: ICONS.alert, tone: 'tone-bad' },
  info: { icon: ICONS.info, tone: 'tone-active' },
  good: { icon: ICONS.check, tone: 'tone-good' },
  waiting: { icon: ICONS.clock, tone: 'tone-waiting' },
};

/** Says what happened and what to do, in the place where it happened. */
export function Message({ tone, title, children, action, role, id, className }: MessageProps) {
  const { icon, tone: toneClass } = LOOK[tone];
  return (
    <div
      role={role}
      id={id}
      className={classes(
        toneClass,
        'flex flex-wrap items-center gap-x-3 gap-y-2 rounded-md border border-tone bg-tone-soft px-3 py-2',
        className,
      )}
    >
      <Icon path={icon} className="size-4 text-tone" />
      <div className="min-w-0 flex-1 basis-48 wrap-anywhere">
        {title && <span className="font-medium">{title} </span>}
        {children}
      </div>
      {action}
    </div>
  );
}
