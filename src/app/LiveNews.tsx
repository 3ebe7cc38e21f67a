import { Suspense } from 'react';
import { useList } from '../screens/frame/list/useList.ts';
import { useView } from '../screens/frame/view/useView.ts';
import { Boundary } from '../ui/Boundary.tsx';
import { lazyPiece } from '../ui/lazyPiece.ts';

const News = lazyPiece(async () => (await import('./News.tsx')).News);

/** What happened and what is under way, in one line that is there anyway, once all is read. */
export function LiveNews() {
  const [{ lens }] = useView();
  const { state } = useList();
  const { completeness } = state;
  if (completeness === 'empty' || completeness === 'loading' || state.verifying) return null;
  return (
    // Where it cannot be had, it is not missed: lenses and filters say the same.
    <Boundary fallback={() => null}>
      <Suspense>
        <News live={lens === 'builds' && state.active > 0} />
      </Suspense>
    </Boundary>
  );
}
