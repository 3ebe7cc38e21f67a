import type { CSSProperties } from 'react';

/** One stroked path on a 24 by 24 grid: the lightest thing a browser can draw thousands of. */
export function Icon({
  path,
  className = '',
  style,
}: {
  readonly path: string;
  readonly className?: string;
  readonly style?: CSSProperties;
}) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className={`icon ${className}`} style={style}>
      <path d={path} />
    </svg>
  );
}

/** Two icons side by side in one drawing: half of what the browser has to make for two. */
export function IconPair({ left, right }: { readonly left: string; readonly right: string }) {
  return (
    <svg viewBox="0 0 52 24" aria-hidden="true" className="icon icon-pair">
      <path d={left} />
      <path d={right} transform="translate(28)" />
    </svg>
  );
}

const CIRCLE = 'M21 12a9 9 0 1 1-18 0a9 9 0 0 1 18 0';

/** The icons of rows and of what stands on screen with the first of them. */
export const ICONS = {
  check: `${CIRCLE}M8 12.4l2.8 2.8L16 9.6`,
  cross: `${CIRCLE}M9 9l6 6M15 9l-6 6`,
  ban: `${CIRCLE}M5.7 5.7l12.6 12.6`,
  dashes:
    'M10.2 3.2a9 9 0 0 1 3.6 0M17.4 4.8a9 9 0 0 1 2.4 2.7M21 10.7a9 9 0 0 1-.2 3.6M18.7 18a9 9 0 0 1-3 2.2M12 21a9 9 0 0 1-3.5-.7M5 17.7a9 9 0 0 1-1.7-3M3.1 11a9 9 0 0 1 1.1-3.5M6.5 4.9L6.6 4.8',
  arc: 'M21 12a9 9 0 1 1-6.2-8.56',
  upload:
    'M7 18.5a4.2 4.2 0 0 1-.6-8.36A6 6 0 0 1 18 9.7a4.45 4.45 0 0 1-1 8.8M12 18.5v-7M9 14l3-3 3 3',
  question: `${CIRCLE}M9.5 9.3a2.6 2.6 0 1 1 3.7 2.4c-.8.4-1.2.8-1.2 1.7M12 16.7v.01`,
  box: 'M12 3l8 4.5v9L12 21l-8-4.5v-9zM4 7.5l8 4.5 8-4.5M12 12v9',
  screen: 'M4 4h16a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1zM8 20h8M12 16v4',
  chevron: 'M9 6l6 6-6 6',
  up: 'M12 19V5M6 11l6-6 6 6',
  down: 'M12 5v14M6 13l6 6 6-6',
  pause: `${CIRCLE}M10 9.5v5M14 9.5v5`,
  warning: 'M12 4l9 16H3zM12 10v4.5M12 17.2v.01',
  alert: `${CIRCLE}M12 8v4.5M12 16v.01`,
  info: `${CIRCLE}M12 16v-4.5M12 8v.01`,
  clock: `${CIRCLE}M12 7.5V12l3 2`,
  refresh:
    'M20.5 4.5v5h-5M3.5 19.5v-5h5M5.5 9a7.5 7.5 0 0 1 13-1.5l2 2M18.5 15a7.5 7.5 0 0 1-13 1.5l-2-2',
  layers: 'M3 8.5L12 4l9 4.5-9 4.5zM3 12.5l9 4.5 9-4.5M3 16.5L12 21l9-4.5',
  leave: 'M14 4H6a1 1 0 0 0-1 1v14a1 1 0 0 0 1 1h8M10.5 12H21M17 8l4 4-4 4',
} as const;
