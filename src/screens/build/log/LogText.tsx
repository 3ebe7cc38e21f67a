import { memo, type ReactNode } from 'react';
import { makeVisible } from '../../../lib/text.ts';
import { classes } from '../../../ui/classes.ts';
import type { LogLines } from './LogLines.ts';
import { type LineMark, lineParts } from './lineParts.ts';
import type { LogSpan } from './logSpan.ts';

/** Lines that are drawn as one, and not at all by the browser while they are out of sight. */
const CHUNK = 100;
const NUMBERED =
  'before:absolute before:left-3 before:text-muted before:content-[attr(data-number)]';
const NO_MARKS: readonly LineMark[] = [];

export interface LogTextProps {
  readonly lines: LogLines;
  readonly span: LogSpan;
  /** The line that says what went wrong, by its place. */
  readonly picked: number;
  /** The line that the person is at; null before there is one. */
  readonly cursor: number | null;
  /** By line. */
  readonly marks: ReadonlyMap<number, readonly LineMark[]>;
  /** What is shown of one line. Characters. */
  readonly mostInLine: number;
}

/** Lines of a log with their numbers: text in the document, which the browser finds and copies. */
export function LogText({ lines, span, picked, cursor, marks, mostInLine }: LogTextProps) {
  const chunks: ReactNode[] = [];
  // Chunks stand at the same places of the log whatever is shown of it.
  for (let from = span.from; from < span.to; ) {
    const to = Math.min(span.to, (Math.floor(from / CHUNK) + 1) * CHUNK);
    const holds = (line: number | null) => line !== null && line >= from && line < to;
    chunks.push(
      <Chunk
        key={Math.floor(from / CHUNK)}
        lines={lines}
        from={from}
        to={to}
        isLazy={span.to - span.from > CHUNK}
        picked={holds(picked) ? picked : null}
        cursor={holds(cursor) ? cursor : null}
        marks={[...marks.keys()].some(holds) ? marks : null}
        mostInLine={mostInLine}
      />,
    );
    from = to;
  }
  return chunks;
}

interface ChunkProps extends Omit<LogTextProps, 'span' | 'picked' | 'marks'> {
  readonly from: number;
  readonly to: number;
  readonly isLazy: boolean;
  readonly picked: number | null;
  readonly marks: LogTextProps['marks'] | null;
}

const Chunk = memo(function Chunk(props: ChunkProps) {
  const { lines, from, to, isLazy, picked, cursor, marks, mostInLine } = props;
  const digits = String(lines.count).length;
  const style = { paddingLeft: `calc(${digits}ch + 1.5rem)` };
  const pickedStyle = { paddingLeft: `calc(${digits}ch + 1.5rem - 3px)` };
  // A line that stands alone needs no number, nor to be told from others.
  const isAlone = lines.count === 1;
  const drawn: ReactNode[] = [];
  for (let line = from; line < to; line += 1) {
    drawn.push(
      <div
        key={line}
        data-line={line + 1}
        data-number={String(line + 1).padStart(digits, '\u2007')}
        style={isAlone ? undefined : line === picked ? pickedStyle : style}
        className={classes(
          'relative min-h-5 pr-3',
          isAlone ? 'pl-3' : NUMBERED,
          line === picked &&
            !isAlone &&
            'border-l-3 border-(--tone) bg-[color-mix(in_oklab,var(--tone)_12%,transparent)] before:left-[calc(0.75rem-3px)] before:font-bold before:text-tone',
          line === cursor && 'outline-1 -outline-offset-1 outline-edge outline-dashed',
        )}
        {...(line === picked && { 'data-picked': true })}
        {...(line === cursor && { 'data-cursor': true })}
      >
        {lineParts(lines.at(line), marks?.get(line) ?? NO_MARKS, mostInLine).map(drawPart)}
      </div>,
    );
  }
  return (
    <div
      className={classes(
        isLazy && '[contain-intrinsic-size:auto_125rem] [content-visibility:auto]',
      )}
    >
      {drawn}
    </div>
  );
});

function drawPart({ text, mark }: ReturnType<typeof lineParts>[number], key: number): ReactNode {
  const shown = makeVisible(text, true);
  if (mark === null) return shown;
  return (
    <mark
      key={key}
      className={classes(mark === 'current' && 'outline-2 outline-accent')}
      {...(mark === 'current' && { 'data-current': true })}
    >
      {shown}
    </mark>
  );
}
