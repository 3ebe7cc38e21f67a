import { SinceLine } from '../screens/away/since/SinceLine.tsx';
import { lazyPiece } from '../ui/lazyPiece.ts';

const LiveNote = lazyPiece(async () => (await import('../screens/batches/LiveNote.tsx')).LiveNote);

/**
 * The one notice line. What happened since the last visit is said once, so it has the place until
 * it is dismissed; then a push that is under way does, which Batches shows as well.
 */
export function News({ live }: { readonly live: boolean }) {
  return <SinceLine otherwise={live && <LiveNote />} />;
}
