import type { ReactNode } from 'react';
import { useView } from './view/useView.ts';

/** As high as the bars, until they have come: nothing below them moves. */
export function BarsPlace({ notices }: { readonly notices: ReactNode }) {
  const [view] = useView();
  return (
    <>
      <div className="flex shrink-0 px-3 py-1">
        <div className="h-8 flex-1 rounded-md border border-edge max-sm:h-11 sm:max-w-2xl" />
      </div>
      <div className="h-8.5 shrink-0 max-sm:h-12" />
      {notices}
      <div className="h-8.5 shrink-0 max-sm:h-11.5" />
      {/* Beside the count where there is room. */}
      {(view.filter.length > 0 || view.unknown.length > 0) && (
        <div className="h-8 shrink-0 max-sm:h-12 lg:hidden" />
      )}
    </>
  );
}
