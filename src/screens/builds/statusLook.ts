import {
  Ban,
  CircleCheck,
  CircleDashed,
  CircleHelp,
  CircleX,
  CloudUpload,
  LoaderCircle,
  type LucideIcon,
} from 'lucide-react';
import { isKnownStatus, type Status } from '../../contract/status.ts';
import { makeVisible } from '../../lib/text.ts';

export interface StatusLook {
  readonly word: string;
  readonly tone: string;
  readonly Icon: LucideIcon;
  /** It moves while the build does. */
  readonly moving: boolean;
}

const LOOK: Record<Status, StatusLook> = {
  PENDING: { word: 'Pending', tone: 'tone-waiting', Icon: CircleDashed, moving: false },
  UPLOADING: { word: 'Uploading', tone: 'tone-active', Icon: CloudUpload, moving: false },
  BUILDING: { word: 'Building', tone: 'tone-active', Icon: LoaderCircle, moving: true },
  COMPLETED: { word: 'Completed', tone: 'tone-good', Icon: CircleCheck, moving: false },
  FAILED: { word: 'Failed', tone: 'tone-bad', Icon: CircleX, moving: false },
  CANCELLED: { word: 'Cancelled', tone: 'tone-stopped', Icon: Ban, moving: false },
};

/** How a status looks: icon, word and tone together. An unknown word is shown as it came. */
export function statusLook(status: string): StatusLook {
  if (isKnownStatus(status)) return LOOK[status];
  const word = status.trim() === '' ? '(no status)' : makeVisible(status);
  return { word, tone: 'tone-other', Icon: CircleHelp, moving: false };
}
