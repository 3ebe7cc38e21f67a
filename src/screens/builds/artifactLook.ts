import { Box, CircleHelp, type LucideIcon, Monitor } from 'lucide-react';
import type { ArtifactType } from '../../contract/status.ts';
import { makeVisible } from '../../lib/text.ts';

export interface ArtifactLook {
  readonly word: string;
  readonly Icon: LucideIcon;
}

const LOOK: Record<ArtifactType, ArtifactLook> = {
  CONTAINER_IMAGE: { word: 'Container image', Icon: Box },
  VM_SANDBOX: { word: 'VM sandbox', Icon: Monitor },
};

/** How an artifact type looks. An unknown word is shown as it came. */
export function artifactLook(type: string): ArtifactLook {
  if (type === 'CONTAINER_IMAGE' || type === 'VM_SANDBOX') return LOOK[type];
  return { word: type.trim() === '' ? '(no type)' : makeVisible(type), Icon: CircleHelp };
}
