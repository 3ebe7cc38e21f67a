import type { ReactNode } from 'react';

export const CELL = 'border-b border-[#999] px-1.5 py-1 text-left align-top';

export interface PaperProps {
  /** What is on it, for screen readers: `Builds to print`. */
  readonly label: string;
  /** The view in a sentence. */
  readonly view: string;
  /** How much of it, as of when. */
  readonly said: string;
  /** What is drawn above the table. */
  readonly picture?: ReactNode;
  readonly headings: readonly string[];
  /** What is left out, below the table; empty for nothing. */
  readonly left: string;
  /** The rows of the table. */
  readonly children: ReactNode;
}

/** A table on paper: black on white, no row broken over two pages. */
export function Paper({ label, view, said, picture, headings, left, children }: PaperProps) {
  return (
    <section
      data-print
      aria-label={label}
      className="hidden bg-[#fff] text-[10px] leading-snug text-[#000] scheme-light print:block"
    >
      <h1 className="text-lg font-semibold">Image Builds</h1>
      <p>{view}</p>
      <p className="mb-3">{said}</p>
      {picture}
      <table className="w-full border-collapse">
        <thead>
          <tr>
            {headings.map((heading) => (
              <th key={heading} scope="col" className={`${CELL} whitespace-nowrap`}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
      {left !== '' && <p className="mt-2">{left}</p>}
    </section>
  );
}
