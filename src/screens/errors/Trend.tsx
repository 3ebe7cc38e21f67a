const WIDTH = 96;
const HEIGHT = 18;

export interface TrendProps {
  /** Counts of buckets of one length, oldest first. */
  readonly counts: readonly number[];
  /** What the bars are, for screen readers. */
  readonly label: string;
}

/** Small bars: when, not how many; the greatest bucket of this cause fills the height. */
export function Trend({ counts, label }: TrendProps) {
  const most = Math.max(1, ...counts);
  const step = WIDTH / counts.length;
  const bars = counts
    .map((count, at) => ({ count, at }))
    .filter(({ count }) => count > 0)
    .map(({ count, at }) => {
      const height = Math.max(2, Math.round((count / most) * HEIGHT));
      return `M${at * step} ${HEIGHT}v-${height}h${step - 1}v${height}z`;
    });
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className="tone-bad block h-[1.125rem] w-24 text-tone"
    >
      <path d={`M0 ${HEIGHT - 0.5}h${WIDTH}`} stroke="currentColor" strokeOpacity="0.3" />
      <path d={bars.join('')} fill="currentColor" />
    </svg>
  );
}
