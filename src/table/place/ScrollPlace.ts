import { realFor, type ScrollPoint, shownFor } from './scrollMap.ts';

const TOP: ScrollPoint = { real: 0, shown: 0 };

/**
 * Where a table is scrolled to, in pixels of its rows, also where they are higher than a browser
 * can scroll. Asking the browser lays the page out: it is asked when it has just said so.
 */
export class ScrollPlace {
  #element: HTMLElement | null = null;
  #table: HTMLElement | null = null;
  #heights: ScrollPoint = TOP;
  #anchor: ScrollPoint = TOP;
  #real = 0;
  #shown = 0;
  /** Hears that the table was moved by `moveTo`. */
  onMove: () => void = () => undefined;

  /** What scrolls, and the table in it: itself, or one with other things above it. */
  follow(element: HTMLElement, table: HTMLElement): void {
    this.#element = element;
    this.#table = table;
  }

  /** How high all rows are, and how high the browser has them. */
  set heights(heights: ScrollPoint) {
    const mapped = this.isMapped;
    this.#heights = heights;
    // What is read stays; the way to the ends is another one.
    if (mapped !== this.isMapped) this.#anchor = { real: this.#real, shown: this.#shown };
  }

  /** True while the rows are higher than the browser has them. */
  get isMapped(): boolean {
    return this.#heights.real > this.#heights.shown;
  }

  /** Pixels of the rows above the view; below 0 while what stands above the table is in sight. */
  get real(): number {
    return this.#real;
  }

  /** How much further down than they are the rows have to be drawn. */
  get shift(): number {
    return this.#shown - this.#real;
  }

  /** Reads where the browser has scrolled to. */
  read(): number {
    this.#shown = this.scrolled();
    this.#real = this.isMapped ? realFor(this.#shown, this.#anchor, this.#range()) : this.#shown;
    return this.#real;
  }

  /** Reads the place anew where what stands above the table may have changed it unseen. */
  refresh(): void {
    if (this.#element !== this.#table) this.read();
  }

  /** How far the browser has scrolled in the table; to be asked when it is laid out. */
  scrolled(): number {
    return (this.#element?.scrollTop ?? 0) - this.#above();
  }

  /** Scrolls to a place in the rows. */
  moveTo(real: number): void {
    const element = this.#element;
    if (!element) return;
    if (this.isMapped) {
      const range = this.#range();
      const wanted = Math.max(0, Math.min(real, range.real));
      element.scrollTop = shownFor(wanted, range) + this.#above();
      this.#shown = this.scrolled();
      this.#real = wanted;
      this.#anchor = { real: wanted, shown: this.#shown };
    } else {
      element.scrollTop = real + this.#above();
      this.read();
    }
    this.onMove();
  }

  /** To be called at rest: from here on, what is near can be scrolled to pixel by pixel. */
  anchor(): void {
    if (this.isMapped) this.#anchor = { real: this.#real, shown: this.#shown };
  }

  /** To be called when nothing scrolls any more: moves the bar to where its share of the way is. */
  settle(): void {
    if (!this.isMapped) return;
    const shown = shownFor(this.#real, this.#range());
    if (Math.abs(shown - this.#shown) > 1) this.moveTo(this.#real);
  }

  #range(): ScrollPoint {
    const element = this.#element;
    const shown = element ? element.scrollHeight - element.clientHeight - this.#above() : 0;
    return { shown, real: shown + this.#heights.real - this.#heights.shown };
  }

  /** How high what stands above the table is, in what scrolls both. */
  #above(): number {
    const element = this.#element;
    const table = this.#table;
    if (!element || !table || element === table) return 0;
    const { top } = element.getBoundingClientRect();
    return table.getBoundingClientRect().top - top + element.scrollTop;
  }
}
