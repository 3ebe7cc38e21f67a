import fc from 'fast-check';
import { expect, it } from 'vitest';
import { STALLED_AFTER_MS, STATUSES } from '../../contract/status.ts';
import { buildOf } from '../../contract/testing/builds.ts';
import { formatAge } from '../../lib/span.ts';
import { isStalled } from '../../list/BuildFacts.ts';
import { buildRecord } from './BuildRecord.ts';
import { durationText, timeText, waitText } from './timeText.ts';

const NOW = Date.UTC(2026, 10, 20, 12);
const before = fc.integer({ min: -5_000, max: 3 * STALLED_AFTER_MS }).map((ago) => NOW - ago);
const time = fc.option(before.map((at) => new Date(at).toISOString()));

it('changes whenever something that a row says of time does', () => {
  const said = fc.record({
    status: fc.constantFrom(...STATUSES),
    createdAt: before.map((at) => new Date(at).toISOString()),
    startedAt: time,
    completedAt: time,
  });
  fc.assert(
    fc.property(said, fc.nat({ max: 4 * 3600 }), (fields, seconds) => {
      const record = buildRecord(0, buildOf('a', fields));
      const rowAt = (now: number) => [
        formatAge(now - record.createdAt),
        formatAge(now - record.startedAt),
        formatAge(now - record.completedAt),
        durationText(record, now),
        waitText(record, now),
        isStalled(record, now),
      ];
      const later = NOW + seconds * 1000;
      if (timeText(record, NOW) !== timeText(record, later)) return;
      expect(rowAt(later)).toEqual(rowAt(NOW));
    }),
  );
});

it('stays the same for hours for a build that ended days ago', () => {
  const ended = buildOf('a', {
    status: 'COMPLETED',
    createdAt: '2026-11-10T10:00:00Z',
    startedAt: '2026-11-10T10:01:00Z',
    completedAt: '2026-11-10T10:02:00Z',
  });
  const record = buildRecord(0, ended);
  expect(timeText(record, NOW + 2 * 3_600_000)).toBe(timeText(record, NOW));
});
