import { statusLook } from '../build/statusLook.ts';
import { countWords, STRIP, stripPaths } from './stripBars.ts';

/** The last builds of an image as bars, oldest first; the opened row leads to each. */
export function Strip({ statuses }: { readonly statuses: readonly string[] }) {
  const last = statuses.slice(-STRIP.bars);
  const words = countWords(last.map((status) => statusLook(status).word));
  return (
    <svg
      role="img"
      aria-label={`Last ${last.length}: ${words}`}
      viewBox={`0 0 ${STRIP.bars * STRIP.step} ${STRIP.height}`}
      className="block h-4 w-25"
    >
      <title>{words}</title>
      {stripPaths(last).map(({ tone, hollow, path }) => (
        <path
          key={`${tone} ${hollow}`}
          d={path}
          stroke="currentColor"
          fill={hollow ? 'none' : 'currentColor'}
          className={`${tone} text-tone`}
        />
      ))}
    </svg>
  );
}
