import type { Marker } from '../screens/frame/list/Marker.ts';

/** What makes the marks that a filter can name, such as `cause`. Loaded when one is first named. */
export const MARKERS: readonly Marker[] = [
  {
    marks: ['cause'],
    load: async () => (await import('../screens/frame/insights/errorGroupsOf.ts')).errorGroupsOf,
  },
  {
    marks: ['broken'],
    load: async () => (await import('../screens/frame/insights/imageNamesOf.ts')).imageNamesOf,
  },
  {
    marks: ['race'],
    load: async () => (await import('../screens/frame/insights/racesOf.ts')).racesOf,
  },
  {
    marks: ['slow'],
    load: async () => (await import('../screens/frame/insights/durationsOf.ts')).durationsOf,
  },
  {
    marks: ['batch'],
    load: async () => (await import('../screens/frame/insights/batchesOf.ts')).batchesOf,
  },
  {
    marks: ['since'],
    load: async () => (await import('../screens/frame/insights/sinceOf.ts')).sinceOf,
  },
  {
    marks: ['compared'],
    load: async () => (await import('../screens/frame/insights/comparisonsOf.ts')).comparisonsOf,
  },
];
