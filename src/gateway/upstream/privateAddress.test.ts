import { describe, expect, it } from 'vitest';
import { isLoopback, isPrivateAddress, lookUpPrivate } from './privateAddress.ts';

describe('an address', () => {
  it.each([
    ['10.0.0.1', true],
    ['172.16.0.1', true],
    ['172.31.255.255', true],
    ['172.32.0.1', false],
    ['192.168.1.1', true],
    ['192.169.1.1', false],
    ['100.64.0.1', true],
    ['100.128.0.1', false],
    ['169.254.1.1', true],
    ['127.0.0.1', true],
    ['8.8.8.8', false],
    ['0.0.0.0', false],
    ['::1', true],
    ['fd12:3456::1', true],
    ['fe80::1', true],
    ['2001:4860::8888', false],
    ['10.0.0', false],
    ['a.test', false],
    ['', false],
  ])('%j is of a private network: %s', (address, known) => {
    expect(isPrivateAddress(address)).toBe(known);
  });

  it.each([
    ['localhost', true],
    ['LOCALHOST', true],
    ['127.1.2.3', true],
    ['::1', true],
    ['127.0.0.1.evil.test', false],
    ['localhost.evil.test', false],
    ['10.0.0.1', false],
    ['', false],
  ])('%j is this machine: %s', (host, near) => {
    expect(isLoopback(host)).toBe(near);
  });
});

describe('looking a name up', () => {
  const looked = (host: string, all: boolean) =>
    new Promise((resolve) => {
      lookUpPrivate(host, { all }, (error, found, family) => resolve([error?.code, found, family]));
    });

  it('gives addresses of a private network', async () => {
    expect(await looked('127.0.0.1', false)).toEqual([undefined, '127.0.0.1', 4]);
    expect(await looked('127.0.0.1', true)).toEqual([
      undefined,
      [{ address: '127.0.0.1', family: 4 }],
      undefined,
    ]);
  });

  it('fails where it leads to the internet', async () => {
    expect(await looked('192.0.2.1', false)).toEqual(['NOT_PRIVATE', [], undefined]);
    expect(await looked('192.0.2.1', true)).toEqual(['NOT_PRIVATE', [], undefined]);
  });
});
