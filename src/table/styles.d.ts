import 'react';

declare module 'react' {
  interface CSSProperties {
    /** The grid tracks of a table's columns, set once for all its rows. */
    '--columns'?: string;
    /** The least width of a row: that of its columns. */
    '--row-width'?: string;
    /** How wide a table is seen. */
    '--view-width'?: string;
  }
}
