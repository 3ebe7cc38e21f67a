import { lazy, Suspense } from 'react';
import { Boundary } from '../../ui/Boundary.tsx';
import { NotLoaded } from './NotLoaded.tsx';
import type { ViewBarProps } from './ViewBar.tsx';

const ViewBar = lazy(async () => ({ default: (await import('./ViewBar.tsx')).ViewBar }));

/** The bar of views, loaded after the builds' own code; its place is kept, so nothing jumps. */
export function ViewBarPlace({ due, ...props }: ViewBarProps & { readonly due: boolean }) {
  const place = <div className="h-9.5 shrink-0 max-sm:h-13.5 print:hidden" />;
  if (!due) return place;
  return (
    <Boundary fallback={() => <NotLoaded />}>
      <Suspense fallback={place}>
        <ViewBar {...props} />
      </Suspense>
    </Boundary>
  );
}
