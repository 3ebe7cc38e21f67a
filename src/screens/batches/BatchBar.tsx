import type { BatchProgress } from '../../insights/batches/batchProgress.ts';
import { barParts } from './barParts.ts';
import { countsText } from './batchWords.ts';

const WIDTH = 120;
const HEIGHT = 14;

/** How the images of a push stand, as a bar; the figures are its name. */
export function BatchBar({ progress }: { readonly progress: BatchProgress }) {
  const words = countsText(progress);
  return (
    <svg
      role="img"
      aria-label={words}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      className="block h-3.5 w-30 min-w-10 max-sm:w-auto max-sm:flex-1"
    >
      <title>{words}</title>
      {barParts(progress).map(({ tone, from, to, height, hollow }) => {
        const tall = Math.round(height * (HEIGHT - 1));
        return (
          <rect
            key={tone}
            x={from * WIDTH + 0.5}
            y={HEIGHT - tall - 0.5}
            width={Math.max(0.5, (to - from) * WIDTH - 2)}
            height={tall}
            stroke="currentColor"
            fill={hollow ? 'none' : 'currentColor'}
            className={`${tone} text-tone`}
          />
        );
      })}
    </svg>
  );
}
