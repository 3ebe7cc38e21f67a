import { type ReactNode, Suspense } from 'react';
import { Boundary } from './Boundary.tsx';
import { Broken } from './Broken.tsx';

export interface PieceProps {
  readonly children: ReactNode;
  /** What stands there until it has come. */
  readonly fallback?: ReactNode;
}

/** A part of the page that is loaded when it is first used; where that fails, only it is missing. */
export function Piece({ children, fallback = null }: PieceProps) {
  return (
    <Boundary fallback={(retry, error) => <Broken retry={retry} error={error} />}>
      <Suspense fallback={fallback}>{children}</Suspense>
    </Boundary>
  );
}
