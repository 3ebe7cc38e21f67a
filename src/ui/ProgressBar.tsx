/** A thin bar; without a known end it only says that something is under way. */
export function ProgressBar({
  value,
  max,
  label,
}: {
  readonly value: number;
  /** Null when nobody knows. */
  readonly max: number | null;
  readonly label: string;
}) {
  const share = max === null || max === 0 ? null : Math.min(1, value / max);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max ?? undefined}
      aria-valuenow={max === null ? undefined : Math.min(value, max)}
      className="h-0.5 w-full overflow-hidden bg-line"
    >
      <div
        className="h-full origin-left bg-accent"
        style={{ transform: `scaleX(${share ?? 0.15})` }}
      />
    </div>
  );
}
