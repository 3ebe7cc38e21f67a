import type { Unreadable } from '../../../contract/build.ts';
import { plural } from '../../../lib/number.ts';

/** Such as `1 build and 2 artifacts could not be read. All others are shown.` */
export function unreadableText(unreadable: readonly Pick<Unreadable, 'lost'>[]): string {
  const count = (...lost: Unreadable['lost'][]) =>
    unreadable.filter((one) => lost.includes(one.lost)).length;
  const parts = [
    { count: count('row', 'build'), one: 'build', many: 'builds' },
    { count: count('artifact'), one: 'artifact', many: 'artifacts' },
    { count: count('field'), one: 'field', many: 'fields' },
  ]
    .filter((part) => part.count > 0)
    .map((part) => plural(part.count, part.one, part.many));
  return `${parts.join(' and ')} could not be read. All others are shown.`;
}
