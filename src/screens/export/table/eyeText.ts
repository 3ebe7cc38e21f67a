import { formatCount } from '../../../lib/number.ts';
import { formatSpan } from '../../../lib/span.ts';
import { zoneWord } from '../../../lib/zone.ts';
import type { LensTable, PlainKind, PlainValue } from '../../frame/lens/LensExport.ts';
import { shown } from '../formats/plainBuild.ts';
import { zonedText } from '../formats/zonedText.ts';

/** Texts of a list that are named; of the others only how many there are. */
const NAMED = 3;

/** A column that eyes see, and where its cell stands in a row. */
export interface EyeColumn {
  readonly title: string;
  readonly kind: PlainKind;
  readonly at: number;
}

/** The columns for eyes; those of times say the zone. */
export function eyeColumns({ columns }: Pick<LensTable, 'columns'>, zone: string): EyeColumn[] {
  return columns.flatMap(({ title, kind }, at) => {
    if (title === null) return [];
    return [{ title: kind === 'time' ? `${title} (${zoneWord(zone)})` : title, kind, at }];
  });
}

/** A cell in words, on one line; a dash for a number, a time or a length that is not known. */
export function eyeText(value: PlainValue, kind: PlainKind, zone: string): string {
  if (typeof value === 'number') {
    if (kind === 'time') return zonedText(value, zone);
    if (!Number.isFinite(value)) return '–';
    return kind === 'span' ? formatSpan(value) : formatCount(value);
  }
  if (value === null) return kind === 'text' || kind === 'words' || kind === 'list' ? '' : '–';
  if (typeof value === 'string') return kind === 'words' ? value : shown(value);
  const more = value.length - NAMED;
  const named = value.slice(0, NAMED).map(shown).join(', ');
  return more > 0 ? `${named} and ${formatCount(more)} more` : named;
}
