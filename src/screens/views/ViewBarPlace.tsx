import { Suspense } from 'react';
import { Boundary } from '../../ui/Boundary.tsx';
import { lazyPiece } from '../../ui/lazyPiece.ts';
import { NotLoaded } from './NotLoaded.tsx';

const ViewBar = lazyPiece(async () => (await import('./ViewBar.tsx')).ViewBar);

/** The bar of views, loaded after the builds' own code; its place is kept, so nothing jumps. */
export function ViewBarPlace() {
  return (
    <Boundary fallback={() => <NotLoaded />}>
      <Suspense fallback={<div className="h-9 shrink-0 max-sm:h-11 max-sm:w-28 print:hidden" />}>
        <ViewBar />
      </Suspense>
    </Boundary>
  );
}
