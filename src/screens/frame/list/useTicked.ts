import { provided } from '../../../ui/provided.ts';
import type { Ticking } from './useTicking.ts';

/** The builds that the person has ticked, by id, whether or not they are shown now. */
export const [TickedProvider, useTicked] = provided<Ticking>('Ticked');
