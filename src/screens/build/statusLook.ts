import { knownStatus, type Status } from '../../contract/status.ts';
import { makeVisible } from '../../lib/text.ts';
import { ICONS } from '../../ui/Icon.tsx';

export interface StatusLook {
  readonly word: string;
  readonly tone: string;
  /** The path of its icon. */
  readonly icon: string;
  /** It moves while the build does. */
  readonly moving: boolean;
}

const LOOK: Record<Status, StatusLook> = {
  PENDING: { word: 'Pending', tone: 'tone-waiting', icon: ICONS.dashes, moving: false },
  UPLOADING: { word: 'Uploading', tone: 'tone-active', icon: ICONS.upload, moving: false },
  BUILDING: { word: 'Building', tone: 'tone-active', icon: ICONS.arc, moving: true },
  COMPLETED: { word: 'Completed', tone: 'tone-good', icon: ICONS.check, moving: false },
  FAILED: { word: 'Failed', tone: 'tone-bad', icon: ICONS.cross, moving: false },
  CANCELLED: { word: 'Cancelled', tone: 'tone-stopped', icon: ICONS.ban, moving: false },
};

/** How a status looks: icon, word and tone together. An unknown word is shown as it came. */
export function statusLook(status: string): StatusLook {
  const known = knownStatus(status);
  if (known !== null) return LOOK[known];
  const word = status.trim() === '' ? '(no status)' : makeVisible(status);
  return { word, tone: 'tone-other', icon: ICONS.question, moving: false };
}
