import { signed } from '../../lib/grown.ts';
import { GroupMembers, type MembersOf } from './GroupMembers.ts';
import type { OrderedFailures } from './orderFailures.ts';

/** The members of each cause that has some, by cause. Counts distinct builds and images. */
export function countMembers(
  of: MembersOf,
  { order, start }: OrderedFailures,
): (GroupMembers | undefined)[] {
  const { row, image, count } = of.failures;
  const rowSeen = signed(1 + largest(row, count));
  const imageSeen = signed(1 + largest(image, count));
  const groups: (GroupMembers | undefined)[] = [];
  for (let cause = 0; cause + 1 < start.length; cause += 1) {
    const members = order.subarray(start[cause], start[cause + 1]);
    if (members.length === 0) {
      groups.push(undefined);
      continue;
    }
    let builds = 0;
    let images = 0;
    const mark = cause + 1;
    for (const member of members) {
      const ofRow = row[member] ?? 0;
      const ofImage = image[member] ?? 0;
      if (rowSeen[ofRow] !== mark) builds += 1;
      if (imageSeen[ofImage] !== mark) images += 1;
      rowSeen[ofRow] = mark;
      imageSeen[ofImage] = mark;
    }
    groups.push(new GroupMembers(of, members, builds, images));
  }
  return groups;
}

function largest(numbers: Uint32Array, count: number): number {
  let most = 0;
  for (let at = 0; at < count; at += 1) if ((numbers[at] ?? 0) > most) most = numbers[at] ?? 0;
  return most;
}
