import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseGatewayInfo } from './parseGatewayInfo.ts';

describe('what the gateway says of the API behind it', () => {
  it('is read whole', () => {
    const upstream = {
      upstream: 'api.primeintellect.ai',
      tokensUrl: 'https://app.primeintellect.ai/dashboard/tokens',
      demoAccounts: [],
    };
    const demo = {
      upstream: null,
      tokensUrl: null,
      demoAccounts: [{ token: 'demo', summary: '2,412 builds, alive' }],
    };
    for (const info of [upstream, demo]) {
      expect(parseGatewayInfo({ ...info, more: true })).toEqual(info);
    }
    expect(parseGatewayInfo({ ...demo, upstream: 'api.example' })?.demoAccounts).toEqual([]);
  });

  it.each([
    null,
    undefined,
    'x',
    7,
    [],
    {},
    { upstream: null },
    { upstream: null, demoAccounts: [] },
    { upstream: '', demoAccounts: [{ token: 'demo', summary: '' }] },
    { upstream: 7, tokensUrl: [], demoAccounts: 'all' },
    { demoAccounts: [{ token: 'demo', summary: '' }] },
  ])('is unknown, not the demo, where it cannot be read: %j', (body) => {
    expect(parseGatewayInfo(body)).toBeNull();
  });

  it.each([
    'javascript:alert(1)',
    'http://evil.test/',
    'data:text/html,x',
    '/tokens',
    '',
    'https://',
    ['https://app.example/'],
  ])('does not become a link to %s', (tokensUrl) => {
    expect(parseGatewayInfo({ upstream: 'api.example', tokensUrl })?.tokensUrl).toBeNull();
  });

  it('keeps the demo accounts that can be used', () => {
    const demoAccounts = [
      null,
      'demo',
      {},
      { token: 7, summary: 'x' },
      { token: ['t1'], summary: 'x' },
      { token: '', summary: 'x' },
      { token: 'a b', summary: 'x' },
      { token: 'demo', summary: 7 },
      { token: 'demo-small', summary: '25 builds' },
    ];
    expect(parseGatewayInfo({ upstream: null, demoAccounts })).toEqual({
      upstream: null,
      tokensUrl: null,
      demoAccounts: [
        { token: 'demo', summary: '' },
        { token: 'demo-small', summary: '25 builds' },
      ],
    });
  });

  it('never makes reading it throw', () => {
    fc.assert(
      fc.property(
        fc.anything(),
        fc.anything(),
        fc.anything(),
        (upstream, tokensUrl, demoAccounts) => {
          parseGatewayInfo({ upstream, tokensUrl, demoAccounts });
          parseGatewayInfo(demoAccounts);
        },
      ),
    );
  });
});
