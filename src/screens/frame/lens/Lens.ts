import type { ComponentType } from 'react';
import type { Lens as LensName } from '../../../views/address/View.ts';

/** One way to look at the list. The app says which there are; the frame draws the chosen one. */
export interface Lens {
  /** As it stands in the address. */
  readonly lens: LensName;
  /** What the navigation calls it. */
  readonly label: string;
  /** The key after `g` that goes to it; null: none. */
  readonly key: string | null;
  /** Draws it below the status line; finds the list, the stage and the view by their hooks. */
  readonly Component: ComponentType;
  /** Asked for less often: behind `More` in the navigation. */
  readonly more?: boolean;
  /** It fills the screen: nothing of the frame is drawn around it. */
  readonly whole?: boolean;
  /** What can be done on this lens alone, in the status line. */
  readonly Tools?: ComponentType;
}
