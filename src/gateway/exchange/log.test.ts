import { expect, it } from 'vitest';
import { formatLogEntry, jsonLogEntry, type LogEntry } from './log.ts';

const ENTRY: LogEntry = {
  time: Date.UTC(2026, 10, 27, 9, 30, 0, 5),
  method: 'GET',
  route: 'api',
  status: 502,
  ms: 12.4,
  bytes: 45,
  id: '0123456789abcdef',
  why: 'tls:CERT_HAS_EXPIRED',
};

it('writes the time of day in UTC, and why the API failed at the end', () => {
  expect(formatLogEntry(ENTRY)).toBe(
    '2026-11-27T09:30:00.005Z GET api 502 12 ms 45 B 0123456789abcdef tls:CERT_HAS_EXPIRED',
  );
  expect(formatLogEntry({ ...ENTRY, status: 200, why: null })).toBe(
    '2026-11-27T09:30:00.005Z GET api 200 12 ms 45 B 0123456789abcdef',
  );
});

it('writes the same as one line of JSON', () => {
  expect(jsonLogEntry(ENTRY)).not.toContain('\n');
  expect(JSON.parse(jsonLogEntry(ENTRY))).toEqual({
    ...ENTRY,
    time: '2026-11-27T09:30:00.005Z',
    ms: 12,
  });
});
