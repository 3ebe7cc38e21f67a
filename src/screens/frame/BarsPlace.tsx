import type { ReactNode } from 'react';

/** As high as the bars, until they have come: nothing below them moves. */
export function BarsPlace({ notices }: { readonly notices: ReactNode }) {
  return (
    <>
      <div className="flex shrink-0 px-3 py-1">
        <div className="h-8 flex-1 rounded-md border border-edge max-sm:h-11 sm:max-w-2xl" />
      </div>
      <div className="h-8.5 shrink-0 max-sm:h-12" />
      {notices}
      <div className="h-8 shrink-0 max-sm:h-11.5" />
    </>
  );
}
