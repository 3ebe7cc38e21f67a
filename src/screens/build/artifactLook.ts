import type { ArtifactType } from '../../contract/status.ts';
import { makeVisible } from '../../lib/text.ts';
import { ICONS } from '../../ui/Icon.tsx';

export interface ArtifactLook {
  readonly word: string;
  /** The path of its icon. */
  readonly icon: string;
}

const LOOK: Record<ArtifactType, ArtifactLook> = {
  CONTAINER_IMAGE: { word: 'Container image', icon: ICONS.box },
  VM_SANDBOX: { word: 'VM sandbox', icon: ICONS.screen },
};

/** How an artifact type looks. An unknown word is shown as it came. */
export function artifactLook(type: string): ArtifactLook {
  if (type === 'CONTAINER_IMAGE' || type === 'VM_SANDBOX') return LOOK[type];
  return { word: type.trim() === '' ? '(no type)' : makeVisible(type), icon: ICONS.question };
}
