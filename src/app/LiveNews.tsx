import { lazy, Suspense } from 'react';
import { useList } from '../screens/frame/list/useList.ts';
import { useView } from '../screens/frame/view/useView.ts';
import { Boundary } from '../ui/Boundary.tsx';

const LiveNote = lazy(async () => ({
  default: (await import('../screens/batches/LiveNote.tsx')).LiveNote,
}));

/** What is under way, told beside the builds: only where something may be, and once all is read. */
export function LiveNews() {
  const [{ lens }] = useView();
  const { state, loading } = useList();
  if (lens !== 'builds' || loading || state.active === 0) return null;
  return (
    // Where it cannot be had, it is not missed: the lens says the same.
    <Boundary fallback={() => null}>
      <Suspense>
        <LiveNote />
      </Suspense>
    </Boundary>
  );
}
