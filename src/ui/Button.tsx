import type { ComponentProps } from 'react';
import { classes } from './classes.ts';

export interface ButtonProps extends ComponentProps<'button'> {
  /** `primary` once a screen; `quiet` has a border; `plain` is text until it is pointed at. */
  readonly variant?: 'primary' | 'quiet' | 'plain';
  readonly size?: 'small' | 'medium';
}

const VARIANT = {
  primary: 'bg-accent text-on-accent border-transparent hover:brightness-110 disabled:opacity-60',
  quiet: 'border-line bg-raised text-ink hover:bg-hover disabled:text-muted',
  plain: 'border-transparent text-ink hover:bg-hover disabled:text-muted',
};

const SIZE = {
  small: 'h-7 px-2 text-sm max-sm:h-11 max-sm:px-3',
  medium: 'h-8 px-3 text-base max-sm:h-11',
};

/** The one button. */
export function Button({ variant = 'quiet', size = 'small', className, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      className={classes(
        'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md border font-medium whitespace-nowrap',
        VARIANT[variant],
        SIZE[size],
        className,
      )}
      {...rest}
    />
  );
}
