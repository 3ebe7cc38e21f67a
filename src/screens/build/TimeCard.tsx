import { type RefObject, useEffect, useRef, useState } from 'react';
import { formatIso, formatLocal, formatUtc } from '../../lib/formatTime.ts';
import { isComposing } from '../../lib/isComposing.ts';
import { formatAge } from '../../lib/span.ts';
import { CopyButton } from '../../ui/clipboard/CopyButton.tsx';
import { useClock } from '../../ui/clock.ts';
import { placePopover } from '../../ui/placePopover.ts';

const HIDE_AFTER = 150;

/**
 * The one card with the exact time, for whichever `data-time` below `within` is pointed at or
 * focused: one for the whole table keeps the rows light.
 */
export function TimeCard({ within }: { readonly within: RefObject<HTMLElement | null> }) {
  const [at, setAt] = useState<number | null>(null);
  const card = useRef<HTMLDivElement>(null);

  // Delegated by hand: pointer and focus events of hundreds of cells, one listener each.
  useEffect(() => {
    const root = within.current;
    if (!root) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const hideSoon = () => {
      clearTimeout(timer);
      timer = setTimeout(() => card.current?.hidePopover(), HIDE_AFTER);
    };
    const show = (event: Event) => {
      if (!(event.target instanceof Element)) return;
      if (card.current?.contains(event.target)) {
        clearTimeout(timer);
        return;
      }
      const cell = event.target.closest('[data-time]');
      const box = card.current;
      if (!cell || !box) return hideSoon();
      clearTimeout(timer);
      setAt(Number(cell.getAttribute('data-time')));
      box.showPopover();
      const view = { width: window.innerWidth, height: window.innerHeight };
      const size = { width: box.offsetWidth, height: box.offsetHeight };
      const { left, top } = placePopover(cell.getBoundingClientRect(), size, view);
      box.style.left = `${left}px`;
      box.style.top = `${top}px`;
    };
    const hide = (event: Event) => {
      if (event instanceof KeyboardEvent && (event.key !== 'Escape' || isComposing(event))) return;
      card.current?.hidePopover();
    };
    root.addEventListener('pointerover', show);
    root.addEventListener('pointerleave', hideSoon);
    root.addEventListener('focusin', show);
    root.addEventListener('keydown', hide);
    root.addEventListener('scroll', hide, { capture: true, passive: true });
    return () => {
      clearTimeout(timer);
      root.removeEventListener('pointerover', show);
      root.removeEventListener('pointerleave', hideSoon);
      root.removeEventListener('focusin', show);
      root.removeEventListener('keydown', hide);
      root.removeEventListener('scroll', hide, { capture: true });
    };
  }, [within]);

  return (
    <div ref={card} popover="manual" className="rounded-lg px-3 py-2 text-sm shadow-lg">
      {at !== null && Math.abs(at) < 8.64e15 && <Exact at={at} />}
    </div>
  );
}

function Exact({ at }: { readonly at: number }) {
  const age = useClock((now) => formatAge(now - at));
  const lines = [
    { name: 'UTC', text: formatUtc(at), copied: formatIso(at) },
    { name: 'Local', text: formatLocal(at), copied: formatLocal(at) },
    { name: 'Epoch', text: String(Math.floor(at / 1000)), copied: String(Math.floor(at / 1000)) },
    { name: 'Age', text: age, copied: age },
  ];
  return (
    <dl className="grid grid-cols-[auto_1fr_auto] items-center gap-x-3 tabular-nums">
      {lines.map((line) => (
        <div key={line.name} className="contents">
          <dt className="text-muted">{line.name}</dt>
          <dd>{line.text}</dd>
          <CopyButton text={line.copied} what={`${line.name} time`} />
        </div>
      ))}
    </dl>
  );
}
