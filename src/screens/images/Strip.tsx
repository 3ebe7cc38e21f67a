import { statusLook } from '../build/statusLook.ts';
import { barLook, countWords } from './stripBars.ts';

const MOST = 20;
const STEP = 5;
const HEIGHT = 16;

/** The last builds of an image as bars, oldest first; the opened row leads to each. */
export function Strip({ statuses }: { readonly statuses: readonly string[] }) {
  const last = statuses.slice(-MOST);
  const words = countWords(last.map((status) => statusLook(status).word));
  return (
    <svg
      role="img"
      aria-label={`Last ${last.length}: ${words}`}
      viewBox={`0 0 ${MOST * STEP} ${HEIGHT}`}
      className="block h-4 w-25"
    >
      <title>{words}</title>
      {last.map((status, at) => {
        const { tone, height, hollow } = barLook(status);
        const tall = Math.round(height * HEIGHT);
        return (
          <rect
            key={at}
            x={(MOST - last.length + at) * STEP + 0.5}
            y={HEIGHT - tall + 0.5}
            width={STEP - 2}
            height={tall - 1}
            stroke="currentColor"
            fill={hollow ? 'none' : 'currentColor'}
            className={`${tone} text-tone`}
          />
        );
      })}
    </svg>
  );
}
