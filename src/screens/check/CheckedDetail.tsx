import type { CheckedImage } from '../../insights/check/ListCheck.ts';
import { makeVisible } from '../../lib/text.ts';
import type { BuildTable } from '../../list/BuildTable.ts';
import { CopyButton } from '../../ui/clipboard/CopyButton.tsx';
import { Age } from '../build/Age.tsx';
import { ErrorText } from '../build/ErrorText.tsx';
import { PageLink } from '../frame/lens/PageLink.tsx';
import { buildLink, imageLink, pathAt, wholeErrorAt } from './checkedBuild.ts';
import { checkWords } from './checkWords.ts';

/** An image of the list opened in place: the build that says how it stands, its path or error. */
export function CheckedDetail({
  image,
  table,
  complete,
}: {
  readonly image: CheckedImage;
  readonly table: BuildTable;
  readonly complete: boolean;
}) {
  const { name, state, row } = image;
  const path = row === null || state !== 'good' ? null : pathAt(table, row);
  const error = row === null || state !== 'failed' ? null : wholeErrorAt(table, row);
  return (
    <div className="flex flex-col gap-2 border-b border-line bg-sunken px-4 py-3 text-sm">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span>{checkWords(state, complete).word}</span>
        {row !== null && (
          <>
            <span className="text-muted">
              created <Age at={table.created[row] ?? Number.NaN} />
            </span>
            <PageLink href={buildLink(table.id.at(row))}>Show build</PageLink>
            <PageLink href={imageLink(name)}>History of this image</PageLink>
          </>
        )}
        {row === null && (
          <span className="text-muted">
            {complete ? 'No build of the list has this name and tag' : 'The list is not whole yet'}
          </span>
        )}
      </div>
      {path !== null && (
        <p className="flex min-w-0 items-center gap-1">
          <CopyButton text={path} what="path" />
          <code className="font-mono text-xs wrap-anywhere">
            {makeVisible(path.slice(0, 2000))}
          </code>
        </p>
      )}
      {error !== null && <ErrorText message={error} />}
    </div>
  );
}
