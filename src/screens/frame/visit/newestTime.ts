import type { BuildTable } from '../../../list/BuildTable.ts';

/** The newest time that a build of the list says; NaN where none says one. Milliseconds. */
export function newestTime({ alive, created, started, ended, rowCount }: BuildTable): number {
  let newest = Number.NaN;
  for (let row = 0; row < rowCount; row += 1) {
    if (alive[row] !== 1) continue;
    for (const times of [created, started, ended]) {
      const time = times[row] ?? Number.NaN;
      if (!(time <= newest) && !Number.isNaN(time)) newest = time;
    }
  }
  return newest;
}
