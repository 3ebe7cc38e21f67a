import { useMemo } from 'react';
import { imageReference } from '../../lib/imageReference.ts';
import { makeVisible } from '../../lib/text.ts';
import { searchedTexts } from '../../list/searchedTexts.ts';
import { printView } from '../../views/address/printView.ts';
import { makeView } from '../../views/address/View.ts';
import { cellTerm } from '../../views/editView.ts';
import { BuildDetail } from '../build/BuildDetail.tsx';
import type { BuildRecord } from '../build/BuildRecord.ts';
import { PageLink } from '../frame/lens/PageLink.tsx';
import { useList } from '../frame/list/useList.ts';
import { WatchBell } from '../frame/watch/WatchBell.tsx';
import { CauseLink } from './notes/CauseLink.tsx';
import { RaceLines } from './notes/RaceLines.tsx';
import { UsualLine } from './notes/UsualLine.tsx';

/** A build opened in place, with the way to all that is known of its image and of its failure. */
export function OpenedBuild({ record }: { readonly record: BuildRecord }) {
  const { clauses } = useList();
  const searched = useMemo(() => searchedTexts(clauses), [clauses]);
  const term = cellTerm('image', record.build.imageName, false);
  const history = term && printView(makeView({ lens: 'images', filter: [term] }));
  const notes = (
    <>
      <UsualLine row={record.row} />
      <RaceLines row={record.row} />
    </>
  );
  const { id, imageName, imageTag } = record.build;
  const label = makeVisible(imageReference(imageName, imageTag).slice(0, 200));
  return (
    <BuildDetail record={record} searched={searched} notes={notes}>
      <span className="flex flex-wrap items-center gap-x-4">
        {history !== null && <PageLink href={history}>History of this image</PageLink>}
        <CauseLink record={record} />
        <WatchBell thing={{ kind: 'build', value: id, label }} />
      </span>
    </BuildDetail>
  );
}
