import { type LookupAddress, lookup as lookUp } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

/** RFC 1918, RFC 6598 (what carriers and some clouds use inside), RFC 3927, RFC 4193, RFC 4291. */
const PRIVATE = new BlockList();
PRIVATE.addSubnet('10.0.0.0', 8, 'ipv4');
PRIVATE.addSubnet('172.16.0.0', 12, 'ipv4');
PRIVATE.addSubnet('192.168.0.0', 16, 'ipv4');
PRIVATE.addSubnet('100.64.0.0', 10, 'ipv4');
PRIVATE.addSubnet('169.254.0.0', 16, 'ipv4');
PRIVATE.addSubnet('fc00::', 7, 'ipv6');
PRIVATE.addSubnet('fe80::', 10, 'ipv6');

const family = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** True for a name or an address that is this machine itself, whatever a name server says. */
export function isLoopback(host: string): boolean {
  if (isIP(host) === 0) return /^localhost$/i.test(host);
  return LOOPBACK.check(host, family(host));
}

/** True for an address of this machine or of a network that is not the internet. */
export function isPrivateAddress(address: string): boolean {
  if (isIP(address) === 0) return false;
  return LOOPBACK.check(address, family(address)) || PRIVATE.check(address, family(address));
}

/** Looks a name up as `dns.lookup` does, and fails with `NOT_PRIVATE` where it leads outside. */
export const lookUpPrivate: LookupFunction = (host, options, done) => {
  lookUp(host, { ...options, all: true }, (error, found) => {
    const failure = error ?? problemOf(found);
    const [first] = found ?? [];
    if (failure) done(failure, []);
    else if (options.all) done(null, found);
    else done(null, first?.address ?? '', first?.family);
  });
};

function problemOf(found: readonly LookupAddress[]): NodeJS.ErrnoException | null {
  if (found.length > 0 && found.every(({ address }) => isPrivateAddress(address))) return null;
  return Object.assign(new Error('not a private address'), { code: 'NOT_PRIVATE' });
}
