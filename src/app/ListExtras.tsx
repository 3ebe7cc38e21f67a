import { useDeferredValue } from 'react';
import { AwayKeeper } from '../screens/away/AwayKeeper.tsx';
import { DropList } from '../screens/check/DropList.tsx';
import { PrintList } from '../screens/export/print/PrintList.tsx';
import { RowNotesKeeper } from '../screens/frame/insights/RowNotesKeeper.tsx';
import { BuildKeyboard } from '../screens/keys/BuildKeyboard.tsx';
import { NamedViews } from '../screens/views/NamedViews.tsx';

/** What a list has besides what is seen: the keys, which know the saved views, and the print. */
export function ListExtras() {
  // What is worked out of the whole list comes behind the first rows, by one drawing.
  const behind = useDeferredValue(true, false);
  return (
    <>
      <NamedViews>
        {(views, goToView) => <BuildKeyboard views={views} goToView={goToView} />}
      </NamedViews>
      <PrintList />
      <DropList />
      {behind && <RowNotesKeeper />}
      {behind && <AwayKeeper />}
    </>
  );
}
