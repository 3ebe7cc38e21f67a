/**
 * A 64-bit hash of a text as 16 hex digits, the same on every machine and for good: it stands in
 * addresses. Two lanes over the UTF-16 units with different odd factors, each mixed with the
 * other at the end (the finalizer of MurmurHash3). Not for anything secret.
 */
export function fingerprint(text: string): string {
  let high = 0x2f6b1a35;
  let low = 0x5d588b65;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 0x9e3779b1);
    low = Math.imul(low ^ unit, 0x5f356495);
  }
  const mixedHigh = mix(high ^ (low >>> 13));
  const mixedLow = mix(low ^ mixedHigh);
  return hex(mixedHigh) + hex(mixedLow);
}

function mix(value: number): number {
  let mixed = value;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

function hex(value: number): string {
  return value.toString(16).padStart(8, '0');
}
