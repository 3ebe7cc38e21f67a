import fc from 'fast-check';

const HALVES_FROM = 0xd800;
const HALVES = 0x800;
const LAST = 0x10ffff;

/**
 * Any character of Unicode, as a unit for `fc.string`: what its own unit `binary` gives, without the
 * most of a second that its tables take to build.
 */
export const characters = fc.nat({ max: LAST - HALVES }).map(
  (at) => String.fromCodePoint(at < HALVES_FROM ? at : at + HALVES),
  (text) => {
    const point = typeof text === 'string' ? (text.codePointAt(0) ?? -1) : -1;
    if (point < 0 || text !== String.fromCodePoint(point)) throw new Error('not one character');
    if (point >= HALVES_FROM && point < HALVES_FROM + HALVES) throw new Error('half a character');
    return point < HALVES_FROM ? point : point - HALVES;
  },
);
