import { useCallback, useState } from 'react';
import { COMPACT, useMediaQuery } from '../../ui/useMediaQuery.ts';
import { type Room, roomOf } from './roomOf.ts';

/**
 * What a list has room for that takes the rest of a screen, rows of `lines` lines: only the browser
 * knows, from the size of what stands above. `usual` rows where the page scrolls, and until it says so.
 */
export function useRoom(lines: number, usual: number) {
  const scrolls = useMediaQuery(COMPACT);
  const [room, setRoom] = useState<Room>({ rows: usual, letters: 200 });
  const list = useCallback(
    (element: HTMLElement | null) => {
      if (!element) return;
      const observer = new ResizeObserver(() => {
        const { clientWidth, clientHeight } = element;
        const size = Number.parseFloat(getComputedStyle(element).fontSize);
        const next = roomOf(clientWidth, clientHeight, size, lines);
        setRoom((now) => (now.rows === next.rows && now.letters === next.letters ? now : next));
      });
      observer.observe(element);
      return () => observer.disconnect();
    },
    [lines],
  );
  return { list, letters: room.letters, rows: scrolls ? usual : room.rows };
}
