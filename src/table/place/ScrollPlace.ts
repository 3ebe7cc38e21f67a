import { realFor, type ScrollPoint, shownFor } from './scrollMap.ts';

const TOP: ScrollPoint = { real: 0, shown: 0 };

/**
 * Where a table is scrolled to, in pixels of its rows, also where they are higher than a browser
 * can scroll. Asking the browser lays the page out: it is asked when it has just said so.
 */
export class ScrollPlace {
  #element: HTMLElement | null = null;
  #heights: ScrollPoint = TOP;
  #anchor: ScrollPoint = TOP;
  #real = 0;
  #shown = 0;
  /** Hears that the table was moved by `moveTo`. */
  onMove: () => void = () => undefined;

  set element(element: HTMLElement | null) {
    this.#element = element;
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

  /** Pixels of the rows above the view. */
  get real(): number {
    return this.#real;
  }

  /** How much further down than they are the rows have to be drawn. */
  get shift(): number {
    return this.#shown - this.#real;
  }

  /** Reads where the browser has scrolled to. */
  read(): number {
    this.#shown = this.#element?.scrollTop ?? 0;
    this.#real = this.isMapped ? realFor(this.#shown, this.#anchor, this.#range()) : this.#shown;
    return this.#real;
  }

  /** Scrolls to a place in the rows. */
  moveTo(real: number): void {
    const element = this.#element;
    if (!element) return;
    if (this.isMapped) {
      const range = this.#range();
      const wanted = Math.max(0, Math.min(real, range.real));
      element.scrollTop = shownFor(wanted, range);
      this.#shown = element.scrollTop;
      this.#real = wanted;
      this.#anchor = { real: wanted, shown: this.#shown };
    } else {
      element.scrollTop = real;
      this.read();
    }
    this.onMove();
  }

  /** To be called at rest: from here on, what is near can be scrolled to pixel by pixel. */
  settle(): void {
    if (this.isMapped && this.#anchor.real !== this.#real) this.moveTo(this.#real);
  }

  #range(): ScrollPoint {
    const element = this.#element;
    const shown = element ? element.scrollHeight - element.clientHeight : 0;
    return { shown, real: shown + this.#heights.real - this.#heights.shown };
  }
}
