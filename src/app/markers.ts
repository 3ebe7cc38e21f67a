import type { Marker } from '../screens/frame/list/Marker.ts';

/** What makes the marks that a filter can name, such as `cause`. Loaded when one is first named. */
export const MARKERS: readonly Marker[] = [
  {
    marks: ['cause'],
    load: async () => (await import('../screens/errors/errorGroupsOf.ts')).errorGroupsOf,
  },
  {
    marks: ['broken'],
    load: async () => (await import('../screens/images/imageNamesOf.ts')).imageNamesOf,
  },
  { marks: ['race'], load: async () => (await import('./racesOf.ts')).racesOf },
  { marks: ['slow'], load: async () => (await import('./durationsOf.ts')).durationsOf },
  { marks: ['batch'], load: async () => (await import('./batchesOf.ts')).batchesOf },
];
