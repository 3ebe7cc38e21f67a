import { formatCount, plural } from '../../lib/number.ts';
import type { PushAgain } from './pushAgain.ts';

/** `5 lines for 9 builds` */
export function linesWords({ lines, builds }: Pick<PushAgain, 'lines' | 'builds'>): string {
  return `${plural(lines.length, 'line', 'lines')} for ${plural(builds, 'build', 'builds')}`;
}

/** `3 good since, 2 being built again`: the images that were left out, and why; empty for none. */
export function leftWords({ goodSince, builtAgain }: PushAgain): string {
  const out = [
    goodSince.length > 0 ? `${formatCount(goodSince.length)} good since` : '',
    builtAgain.length > 0 ? `${formatCount(builtAgain.length)} being built again` : '',
  ];
  return out.filter((one) => one !== '').join(', ');
}

/** Both: `5 lines for 9 builds; left out: 3 good since`. */
export function pushWords(push: PushAgain): string {
  const left = leftWords(push);
  return left === '' ? linesWords(push) : `${linesWords(push)}; left out: ${left}`;
}

/** The same with what was left out taken along. */
export function withLeft({ lines, builds, goodSince, builtAgain }: PushAgain): PushAgain {
  const left = [...goodSince, ...builtAgain];
  return {
    lines: [...lines, ...left],
    builds: left.reduce((sum, one) => sum + one.builds, builds),
    goodSince: [],
    builtAgain: [],
  };
}
