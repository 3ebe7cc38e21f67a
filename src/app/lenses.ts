import { BuildsLens } from '../screens/builds/BuildsLens.tsx';
import type { Lens } from '../screens/frame/lens/Lens.ts';
import { lazyPiece } from '../ui/lazyPiece.ts';

const BuildsTools = lazyPiece(
  async () => (await import('../screens/builds/BuildsTools.tsx')).BuildsTools,
);

const ErrorsLens = lazyPiece(
  async () => (await import('../screens/errors/ErrorsLens.tsx')).ErrorsLens,
);

const ImagesLens = lazyPiece(
  async () => (await import('../screens/images/ImagesLens.tsx')).ImagesLens,
);

const BatchesLens = lazyPiece(
  async () => (await import('../screens/batches/BatchesLens.tsx')).BatchesLens,
);

const TimelineLens = lazyPiece(
  async () => (await import('../screens/timeline/TimelineLens.tsx')).TimelineLens,
);

const CheckLens = lazyPiece(async () => (await import('../screens/check/CheckLens.tsx')).CheckLens);

const CompareLens = lazyPiece(
  async () => (await import('../screens/compare/CompareLens.tsx')).CompareLens,
);

const WallLens = lazyPiece(async () => (await import('../screens/wall/WallLens.tsx')).WallLens);

/** The ways to look at the list, in the order of the navigation. The first one comes at once. */
export const LENSES: readonly Lens[] = [
  { lens: 'builds', label: 'Builds', key: 'b', Component: BuildsLens, Tools: BuildsTools },
  { lens: 'errors', label: 'Errors', key: 'e', Component: ErrorsLens },
  { lens: 'images', label: 'Images', key: 'i', Component: ImagesLens },
  { lens: 'batches', label: 'Batches', key: 'p', Component: BatchesLens },
  { lens: 'timeline', label: 'Timeline', key: 'l', Component: TimelineLens },
  { lens: 'check', label: 'Check', key: null, Component: CheckLens },
  { lens: 'compare', label: 'Compare', key: 'c', Component: CompareLens, more: true },
  { lens: 'wall', label: 'Wall', key: 'w', Component: WallLens, more: true, whole: true },
];
