import { printView } from '../../views/address/printView.ts';
import { makeView } from '../../views/address/View.ts';
import { cellTerm } from '../../views/editView.ts';
import { BuildDetail } from '../build/BuildDetail.tsx';
import type { BuildRecord } from '../build/BuildRecord.ts';
import { PageLink } from '../frame/lens/PageLink.tsx';
import { RaceLines } from './notes/RaceLines.tsx';
import { UsualLine } from './notes/UsualLine.tsx';

/** A build opened in place, with the way to all that is known of its image. */
export function OpenedBuild({ record }: { readonly record: BuildRecord }) {
  const term = cellTerm('image', record.build.imageName, false);
  const notes = (
    <>
      <UsualLine row={record.row} />
      <RaceLines row={record.row} />
    </>
  );
  if (term === null) return <BuildDetail record={record} notes={notes} />;
  const history = printView(makeView({ lens: 'images', filter: [term] }));
  return (
    <BuildDetail record={record} notes={notes}>
      <PageLink href={history}>History of this image</PageLink>
    </BuildDetail>
  );
}
