import { factsAt } from '../../../list/BuildFacts.ts';
import type { BuildTable } from '../../../list/BuildTable.ts';
import type { ErrorLines } from '../../../list/ErrorLines.ts';
import { type BuildRecord, buildRecord, sameBuild } from '../../build/BuildRecord.ts';

const MOST = 2000;

interface Held {
  readonly record: BuildRecord;
  readonly version: number;
  readonly lines: ErrorLines | null;
}

/**
 * Records of the builds drawn lately, by row number. A build that did not change keeps its
 * record, so that its row is not drawn again when others change; nor when lines were picked that
 * are not its own.
 */
export function createRecordCache(table: BuildTable) {
  const records = new Map<number, Held>();
  return (row: number, lines: ErrorLines | null = null): BuildRecord => {
    const { version } = table;
    const held = records.get(row);
    if (held?.version === version && held.lines === lines) return held.record;
    // Once it is deleted nothing is known of it but what was.
    if (held && table.alive[row] !== 1) return held.record;
    const build = table.build(row);
    const facts = factsAt(table, row, lines);
    const isSame =
      held?.record.errorLine === facts.errorLine && sameBuild(held.record.build, build);
    const record = isSame ? held.record : buildRecord(row, build, facts);
    if (records.size >= MOST) records.clear();
    records.set(row, { record, version, lines });
    return record;
  };
}
