import { expect, it } from 'vitest';
import { fingerprint } from './fingerprint.ts';

it('stays for good: addresses hold it', () => {
  expect(['', 'no message', 'write <path>: no space left on device'].map(fingerprint)).toEqual([
    '0996e6a124592566',
    '42ea850ed820d391',
    'eea33f7c2affc9cc',
  ]);
});

it('tells 200,000 near texts apart', () => {
  const seen = new Set<string>();
  for (let at = 0; at < 200_000; at += 1) seen.add(fingerprint(`cause ${at}`));
  expect(seen.size).toBe(200_000);
});
