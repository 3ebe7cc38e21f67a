import type { TabLine } from '../TabLine.ts';

/** Lines between tabs in memory; what is said is heard a little later, as a copy. */
export class FakeLines {
  /** All that was said, with the name of the line. */
  readonly said: { readonly name: string; readonly message: unknown }[] = [];
  readonly #ears = new Map<string, Map<TabLine, (message: unknown) => void>>();
  /** Every so manieth message gets lost on its way to a tab; 0: none does. */
  loses = 0;
  #sent = 0;
  #dead = false;

  readonly open = (name: string): TabLine => {
    const ears = this.#ears.get(name) ?? new Map<TabLine, (message: unknown) => void>();
    this.#ears.set(name, ears);
    const line: TabLine = {
      post: (message) => {
        if (this.#dead) return;
        this.said.push({ name, message: structuredClone(message) });
        for (const [to, hear] of [...ears]) {
          const copy: unknown = structuredClone(message);
          this.#sent += 1;
          const lost = this.loses > 0 && this.#sent % this.loses === 0;
          if (to !== line && !lost) setTimeout(() => ears.has(to) && hear(copy), 2);
        }
      },
      listen: (listener) => {
        ears.set(line, listener);
        return () => ears.delete(line);
      },
    };
    return line;
  };

  /** Says something to all tabs that none of them has made. */
  shout(message: unknown): void {
    for (const ears of this.#ears.values()) for (const hear of ears.values()) hear(message);
  }

  /** Loses what is said meanwhile. */
  cut(meanwhile: () => void): void {
    this.#dead = true;
    meanwhile();
    this.#dead = false;
  }
}
