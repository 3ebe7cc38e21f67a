import {
  type FocusEvent,
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
  useId,
  useRef,
  useState,
} from 'react';
import { isComposing } from '../../../lib/isComposing.ts';
import type { SeenTimeline } from '../model/useTimeline.ts';
import { bucketUnder, endsOf, type Pick, pickByKey } from './pickBuckets.ts';

export interface PickingOptions {
  readonly seen: SeenTimeline;
  /** A stretch was taken, of what was seen when it was begun. */
  readonly onTake: (seen: SeenTimeline, first: number, last: number) => void;
  /** Escape where nothing is selected: undoes what was taken. */
  readonly onUndo: () => void;
}

/** What is pointed at and selected over time, and what hears it. */
export interface Picking {
  readonly plot: RefObject<HTMLDivElement | null>;
  readonly pick: Pick | null;
  /** Something is selected: what is drawn stays. */
  readonly held: boolean;
  /** What to draw: while something is selected, what was drawn when that began. */
  readonly seen: SeenTimeline;
  /** The id of what tells how to use the keys. */
  readonly hint: string;
  readonly handlers: ReturnType<typeof handlersOf>;
}

interface Picked {
  readonly pick: Pick;
  readonly seen: SeenTimeline;
}

/** Takes stretches of time by pointer and by keys. */
export function usePicking(options: PickingOptions): Picking {
  const [picked, setPicked] = useState<Picked | null>(null);
  const plot = useRef<HTMLDivElement>(null);
  const hint = useId();
  const held = picked !== null && picked.pick.by !== 'hover';
  const seen = held ? picked.seen : options.seen;
  const last = seen.timeline.axis.edges.length - 2;
  const now = picked?.pick ?? null;
  const pick = now === null || Math.max(now.from, now.to) > last ? null : now;
  const handlers = handlersOf({ ...options, seen }, pick, (next) =>
    setPicked(next === null ? null : { pick: next, seen }),
  );
  return { plot, pick, held, seen, hint, handlers };
}

function handlersOf(
  { seen, onTake, onUndo }: PickingOptions,
  pick: Pick | null,
  setPick: (pick: Pick | null) => void,
) {
  const count = seen.timeline.axis.edges.length - 1;
  const under = (event: PointerEvent<HTMLElement>) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    return bucketUnder(event.clientX - left, width, count);
  };
  const take = (taken: Pick) => {
    setPick(null);
    onTake(seen, ...endsOf(taken));
  };
  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0 || !event.isPrimary) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      const at = under(event);
      setPick({ from: at, to: at, by: 'drag' });
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const to = under(event);
      if (pick?.by === 'drag') {
        if (pick.to !== to) setPick({ ...pick, to });
      } else if (pick?.by !== 'keys' && pick?.to !== to) setPick({ from: to, to, by: 'hover' });
    },
    onPointerUp(event: PointerEvent<HTMLElement>) {
      if (pick?.by === 'drag') take({ ...pick, to: under(event) });
    },
    onPointerCancel() {
      setPick(null);
    },
    onPointerLeave() {
      if (pick?.by === 'hover') setPick(null);
    },
    onBlur(_: FocusEvent<HTMLElement>) {
      if (pick?.by === 'keys') setPick(null);
    },
    onKeyDown(event: KeyboardEvent<HTMLElement>) {
      if (isComposing(event) || event.altKey || event.ctrlKey || event.metaKey) return;
      const next = pickByKey(pick, event.key, event.shiftKey, count);
      if (next !== null) setPick(next);
      else if (event.key === 'Enter' && pick !== null && pick.by !== 'hover') take(pick);
      else if (event.key === 'Escape' && pick !== null && pick.by !== 'hover') setPick(null);
      else if (event.key === 'Escape') onUndo();
      else return;
      event.preventDefault();
    },
  };
}
