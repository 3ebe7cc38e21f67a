import { formatIso } from '../../lib/formatTime.ts';
import type { Exporter } from './formats/Exporter.ts';

/** `image-builds-2026-11-24T0915Z.csv`: no colons, which Windows does not allow. */
export function exportFileName(
  { stem, extension }: Pick<Exporter, 'stem' | 'extension'>,
  now: number,
): string {
  return `${stem}-${formatIso(now).slice(0, 16).replace(':', '')}Z.${extension}`;
}
