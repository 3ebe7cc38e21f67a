import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DOORS, lineBytes, TOKEN } from './testing/doors.ts';
import { rawCall } from './testing/rawCall.ts';
import { type Pair, startPair } from './testing/startPair.ts';

describe('a hostile request', () => {
  let pair: Pair;
  beforeEach(async () => {
    pair = await startPair();
  });
  afterEach(() => pair.close());

  it.each(DOORS)('is refused, and nothing goes up: %s (%i)', async (_name, status, line) => {
    const reply = await rawCall(pair.gateway.url, lineBytes(line, pair.host));
    expect(reply.status).toBe(status);
    expect(reply.text).not.toContain(TOKEN);
    expect(reply.text).not.toMatch(/evil|access-control-|etc\/passwd/i);
    expect(reply.headers.get('content-security-policy')).toMatch(/^default-src 'none'; /);
    expect(reply.headers.get('cache-control')).toBe('no-store');
    expect(reply.headers.get('x-content-type-options')).toBe('nosniff');
    expect(reply.headers.get('x-request-id')).toMatch(/^[0-9a-f]{16}$/);
    await pair.logged(1);
    const [entry] = pair.log;
    expect(entry).toMatchObject({ status, id: reply.headers.get('x-request-id') });
    if (status === 405) expect(reply.headers.get('allow')).toMatch(/^GET(, HEAD)?$/);
    if (status === 422) expect(JSON.parse(reply.body)).toHaveProperty('errors.0.param');
    const honest = await rawCall(pair.gateway.url, lineBytes({}, pair.host));
    expect(honest.status).toBe(200);
    expect(pair.upstream.received).toHaveLength(1);
    // The honest one beside it, and no second line of the other.
    await pair.logged(2);
    expect(pair.log.map((one) => one.status)).toEqual([status, 200]);
  });

  it('leaves nothing of itself in the log', async () => {
    for (const [, , line] of DOORS) await rawCall(pair.gateway.url, lineBytes(line, pair.host));
    expect(pair.log.length).toBeGreaterThan(100);
    expect(JSON.stringify(pair.log)).not.toMatch(/canary|evil|offset|etc|assets/);
    expect(pair.upstream.received).toEqual([]);
  });
});
