import { cut, grown, roomOf, signed, words } from '../../lib/grown.ts';
import { must } from './must.ts';
import { TextPool } from './TextPool.ts';

/** Texts by code, each once: a hash table over a pool, without a string kept for each key. */
export class TextTable {
  readonly pool: TextPool;
  #hashes = words(0);
  #slots = signed(LEAST_SLOTS);

  /** Words such as a status come many times in a row. */
  #last: string | null = null;
  #lastCode = -1;

  constructor(pool = new TextPool()) {
    this.pool = pool;
  }

  /** A table of packed texts. @throws TypeError when they are none, or one comes twice. */
  static unpack(packed: unknown, form?: (text: string) => string): TextTable {
    const table = new TextTable(TextPool.unpack(packed, form));
    const { pool } = table;
    table.#hashes = words(pool.size);
    table.#slots = signed(slotsFor(pool.size));
    for (let code = 0; code < pool.size; code += 1) {
      const text = pool.at(code);
      const hashed = hash(text);
      const slot = table.#slotOf(text, hashed);
      must(table.#slots[slot] === 0);
      table.#hashes[code] = hashed;
      table.#slots[slot] = code + 1;
    }
    return table;
  }

  get size(): number {
    return this.pool.size;
  }

  /** The code of a text, -1 when it has none. */
  find(text: string): number {
    return (this.#slots[this.#slotOf(text, hash(text))] ?? 0) - 1;
  }

  /** The code of a text; the next free one for a new text. */
  codeFor(text: string): number {
    if (text === this.#last) return this.#lastCode;
    const code = this.#codeFor(text);
    this.#last = text;
    this.#lastCode = code;
    return code;
  }

  #codeFor(text: string): number {
    const hashed = hash(text);
    const slot = this.#slotOf(text, hashed);
    const found = (this.#slots[slot] ?? 0) - 1;
    if (found >= 0) return found;
    const code = this.pool.push(text);
    this.#hashes = grown(this.#hashes, code + 1, words);
    this.#hashes[code] = hashed;
    this.#slots[slot] = code + 1;
    if (this.size * 2 > this.#slots.length) this.#spread();
    return code;
  }

  /** Gives back the room that the hashes have to spare. True when there was much. */
  trim(): boolean {
    const hashes = this.#hashes;
    this.#hashes = cut(hashes, roomOf(hashes, this.size));
    return this.#hashes !== hashes;
  }

  /** The text of a code. */
  at(code: number): string {
    return this.pool.at(code);
  }

  /** True when the text of a code is this one. */
  is(code: number, text: string): boolean {
    return this.pool.is(code, text);
  }

  /** Where the text is, or where it would go. */
  #slotOf(text: string, hashed: number): number {
    const mask = this.#slots.length - 1;
    let slot = hashed & mask;
    for (;;) {
      const code = (this.#slots[slot] ?? 0) - 1;
      if (code < 0 || (this.#hashes[code] === hashed && this.pool.is(code, text))) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #spread(): void {
    const slots = signed(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let code = 0; code < this.size; code += 1) {
      let slot = (this.#hashes[code] ?? 0) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = code + 1;
    }
    this.#slots = slots;
  }
}

const LEAST_SLOTS = 64;

/** A power of two that stays at least half empty. */
function slotsFor(size: number): number {
  let slots = LEAST_SLOTS;
  while (slots < size * 2) slots *= 2;
  return slots;
}

/**
 * Looks at the whole text: thousands of long errors may differ in one word in their middle, and
 * each one that shares its hash with others is compared with all of them.
 */
function hash(text: string): number {
  let value = text.length;
  for (let at = 0; at < text.length; at += 1) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  }
  value ^= value >>> 15;
  value = Math.imul(value, 0x2c1b3c6d);
  return (value ^ (value >>> 13)) >>> 0;
}
