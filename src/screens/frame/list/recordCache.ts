import { factsAt } from '../../../list/BuildFacts.ts';
import type { BuildTable } from '../../../list/BuildTable.ts';
import { type BuildRecord, buildRecord, sameBuild } from '../../build/BuildRecord.ts';

const MOST = 2000;

/**
 * Records of the builds drawn lately, by row number. A build that did not change keeps its
 * record, so that its row is not drawn again when others change.
 */
export function createRecordCache(table: BuildTable) {
  const records = new Map<number, { record: BuildRecord; version: number }>();
  return (row: number): BuildRecord => {
    const { version } = table;
    const held = records.get(row);
    if (held?.version === version) return held.record;
    // Once it is deleted nothing is known of it but what was.
    if (held && table.alive[row] !== 1) return held.record;
    const build = table.build(row);
    const record =
      held && sameBuild(held.record.build, build)
        ? held.record
        : buildRecord(row, build, factsAt(table, row));
    if (records.size >= MOST) records.clear();
    records.set(row, { record, version });
    return record;
  };
}
