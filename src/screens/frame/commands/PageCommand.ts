/** Something to do that has a name: the palette offers it, wherever it is done. */
export interface PageCommand {
  readonly name: string;
  /** As they are pressed, such as `mod+k` or `g b`. */
  readonly keys?: string;
  readonly run: () => void;
}
