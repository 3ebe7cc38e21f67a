import { provided } from '../../../ui/provided.ts';
import type { BuildList } from './useBuildList.ts';

/** The builds of the view, as they are shown. */
export const [ListProvider, useList] = provided<BuildList>('List');
