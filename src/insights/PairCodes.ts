import { grown, signed, words } from '../lib/grown.ts';

const LEAST_SLOTS = 64;

/**
 * Numbers for pairs of codes, given out once, from 0 up: a hash table in columns. A map would need
 * 40 bytes for each of the 100,000 pairs, of which 16 for a key above 31 bits.
 */
export class PairCodes {
  #firsts = words(0);
  #seconds = words(0);
  /** The number of a pair + 1; 0 is free. A power of two, a quarter of them free at least. */
  #slots = signed(LEAST_SLOTS);
  #size = 0;

  /** Pairs that have a number. */
  get size(): number {
    return this.#size;
  }

  /** True when the number is that of this pair. */
  is(number: number, first: number, second: number): boolean {
    const isGiven = number < this.#size;
    return isGiven && this.#firsts[number] === first && this.#seconds[number] === second;
  }

  /** The number of a pair of codes, each below 2 ** 32; the next free one for a new pair. */
  codeFor(first: number, second: number): number {
    const mask = this.#slots.length - 1;
    let slot = hash(first, second) & mask;
    for (;;) {
      const number = (this.#slots[slot] ?? 0) - 1;
      if (number < 0) break;
      if (this.is(number, first, second)) return number;
      slot = (slot + 1) & mask;
    }
    const number = this.#size;
    this.#firsts = grown(this.#firsts, number + 1, words);
    this.#seconds = grown(this.#seconds, number + 1, words);
    this.#firsts[number] = first;
    this.#seconds[number] = second;
    this.#slots[slot] = number + 1;
    this.#size += 1;
    if (this.#size * 4 > this.#slots.length * 3) this.#spread();
    return number;
  }

  #spread(): void {
    const slots = signed(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let number = 0; number < this.#size; number += 1) {
      let slot = hash(this.#firsts[number] ?? 0, this.#seconds[number] ?? 0) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = number + 1;
    }
    this.#slots = slots;
  }
}

/** Codes are given out from 0 up, so near ones must come far apart (MurmurHash3's last step). */
function hash(first: number, second: number): number {
  let value = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca77);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return value ^ (value >>> 16);
}
