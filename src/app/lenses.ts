import { lazy } from 'react';
import { BuildsLens } from '../screens/builds/BuildsLens.tsx';
import type { Lens } from '../screens/frame/lens/Lens.ts';

const BuildsTools = lazy(async () => ({
  default: (await import('../screens/builds/BuildsTools.tsx')).BuildsTools,
}));

const ErrorsLens = lazy(async () => ({
  default: (await import('../screens/errors/ErrorsLens.tsx')).ErrorsLens,
}));

const ImagesLens = lazy(async () => ({
  default: (await import('../screens/images/ImagesLens.tsx')).ImagesLens,
}));

const BatchesLens = lazy(async () => ({
  default: (await import('../screens/batches/BatchesLens.tsx')).BatchesLens,
}));

const TimelineLens = lazy(async () => ({
  default: (await import('../screens/timeline/TimelineLens.tsx')).TimelineLens,
}));

const CheckLens = lazy(async () => ({
  default: (await import('../screens/check/CheckLens.tsx')).CheckLens,
}));

const CompareLens = lazy(async () => ({
  default: (await import('../screens/compare/CompareLens.tsx')).CompareLens,
}));

const WallLens = lazy(async () => ({
  default: (await import('../screens/wall/WallLens.tsx')).WallLens,
}));

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
