import { splitTeam, withTeam } from '../../../views/address/addressPieces.ts';
import { printView } from '../../../views/address/printView.ts';
import { announce } from './announce.ts';
import { buildLink, errorOf, nameOf, pathOf } from './copied.ts';
import { copy } from './copy.ts';
import { activePosition } from './goToRow.ts';
import type { KeyContext } from './KeyContext.ts';

/**
 * Copies a text of the build that the keys are about, and says what was copied or why nothing
 * was. Without such a build the link is that of the view.
 */
export function copyBuild(context: KeyContext, what: 'error' | 'path' | 'link'): void {
  const position = activePosition(context);
  const linked = (search: string) =>
    `${window.location.origin}${window.location.pathname}${withTeam(search, splitTeam(window.location.search).team)}`;
  if (position === null) {
    if (what !== 'link') announce('Go to a build first.');
    else void copy(linked(printView(context.view)), 'the link of this view');
    return;
  }
  const { build } = context.rows.at(position);
  const name = nameOf(build);
  const copied = {
    error: () => errorOf(build),
    path: () => pathOf(build),
    link: () => ({ text: linked(buildLink(build.id)), what: 'the link' }),
  }[what]();
  if (copied !== null) void copy(copied.text, copied.what, ` of ${name}`);
  else announce(what === 'error' ? `${name} has no error.` : `${name} has no image path yet.`);
}
