import { ChevronDown } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { isComposing } from '../lib/isComposing.ts';
import { Button, type ButtonProps } from './Button.tsx';
import { classes } from './classes.ts';
import { usePlacedPopover } from './usePlacedPopover.ts';

export interface MenuItem {
  readonly label: ReactNode;
  readonly onSelect: () => void;
  /** Given for a choice among several; shown with a mark. */
  readonly checked?: boolean;
  readonly hint?: ReactNode;
}

export interface MenuProps extends Omit<ButtonProps, 'children'> {
  readonly label: ReactNode;
  readonly items?: readonly MenuItem[];
  /** In place of `items`: elements with the role of a menu item, in groups of the caller's own. */
  readonly contents?: (close: () => void, open: boolean) => ReactNode;
  readonly align?: 'start' | 'end';
  /** Below the items; the menu stays open while it is used. */
  readonly footer?: (close: () => void) => ReactNode;
  readonly caret?: boolean;
}

/** A button that opens a list of things to do (WAI-ARIA menu button pattern). */
export function Menu({
  label,
  items = [],
  contents,
  align = 'start',
  footer,
  caret = true,
  ...button
}: MenuProps) {
  const id = useId();
  const { opener, popover } = usePlacedPopover(align);
  const [open, setOpen] = useState(false);
  const close = () => popover.current?.hidePopover();

  return (
    <>
      <Button
        {...button}
        ref={opener}
        aria-haspopup="menu"
        aria-expanded={open}
        popoverTarget={id}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' || isComposing(event)) return;
          event.preventDefault();
          popover.current?.showPopover();
        }}
      >
        {label}
        {caret && <ChevronDown aria-hidden="true" className="size-3.5 text-muted" />}
      </Button>
      <div
        ref={popover}
        id={id}
        popover="auto"
        className="max-h-[70vh] max-w-[calc(100vw-16px)] min-w-44 overflow-y-auto rounded-lg p-1 shadow-lg"
        onToggle={(event) => {
          const opened = event.newState === 'open';
          setOpen(opened);
          if (opened) itemsOf(popover.current)[0]?.focus();
        }}
      >
        <div role="menu" aria-label={button['aria-label']} onKeyDown={moveFocus}>
          {contents?.(close, open)}
          {items.map((item, index) => (
            <button
              key={index}
              type="button"
              role={item.checked === undefined ? 'menuitem' : 'menuitemradio'}
              aria-checked={item.checked}
              // One stop for Tab, so that a menu taller than the window can be scrolled by keys.
              tabIndex={index === 0 ? 0 : -1}
              onClick={() => {
                close();
                item.onSelect();
              }}
              className="flex h-8 w-full items-center gap-2 rounded px-2 text-left hover:bg-hover focus:bg-hover max-sm:h-11"
            >
              {item.checked !== undefined && (
                <span
                  aria-hidden="true"
                  className={classes('w-3 text-accent', !item.checked && 'invisible')}
                >
                  ✓
                </span>
              )}
              <span className="flex-1">{item.label}</span>
              {item.hint !== undefined && (
                <span className="text-sm text-muted tabular-nums">{item.hint}</span>
              )}
            </button>
          ))}
        </div>
        {footer?.(close)}
      </div>
    </>
  );
}

function itemsOf(menu: HTMLElement | null): HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])];
}

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  if (isComposing(event)) return;
  const items = itemsOf(event.currentTarget);
  const at = items.findIndex((item) => item.matches(':focus'));
  const to = {
    ArrowDown: at + 1,
    ArrowRight: at + 1,
    ArrowUp: at - 1,
    ArrowLeft: at - 1,
    Home: 0,
    End: -1,
  }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  items.at(to % items.length)?.focus();
}
