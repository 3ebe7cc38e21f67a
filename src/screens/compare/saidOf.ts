import { makeVisible } from '../../lib/text.ts';
import { zoneWord } from '../../lib/zone.ts';
import { pushText, stretchText } from './compareWords.ts';
import type { SeenComparison } from './useCompare.ts';

/** What stands beside what, or why nothing does. */
export function saidOf({
  written,
  comparison,
  windows,
  picked,
  zone,
  complete,
}: Omit<SeenComparison, 'causes' | 'view' | 'facts' | 'settled' | 'asked'>): string {
  const soFar = complete ? '' : ' So far: the list is not whole.';
  if (comparison === null) {
    const said = makeVisible(written.slice(0, 80));
    return `“${said}” is no time to compare: choose one here, or write one such as 2026-11-01..2026-11-07.`;
  }
  if (comparison.kind === 'batch') {
    if (picked === null || picked.pushes === null) {
      return complete
        ? 'No push holds this build, or its family has no push before it.'
        : 'Looking for the push and the one before it.';
    }
    const { before, after } = picked.pushes;
    const byName = picked.byName ? ' Paired by name, since their tags differ.' : '';
    return `Newer: ${pushText(after, zone)}. Older: ${pushText(before, zone)} (${zoneWord(zone)}).${byName}${soFar}`;
  }
  if (windows === null) return 'There is nothing to compare: it is all to come, or the same time.';
  const { before, after, cut } = windows;
  const sides = `Created ${stretchText(after, zone)}, against ${stretchText(before, zone)} (${zoneWord(zone)}).`;
  return `${sides}${cut ? ' Cut to the same length.' : ''}${soFar}`;
}
