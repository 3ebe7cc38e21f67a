import { memo } from 'react';
import { KINDS } from '../model/kinds.ts';
import { BUCKET, stackBars } from './stackBars.ts';

/** How many builds were created in each bucket, stacked by what became of them. */
export const Bars = memo(function Bars({ byKind }: { readonly byKind: readonly Uint32Array[] }) {
  const paths = stackBars(byKind);
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${Math.max(1, byKind[0]?.length ?? 0) * BUCKET} 100`}
      preserveAspectRatio="none"
      className="bars absolute inset-0 size-full"
    >
      {KINDS.map(({ kind, tone }, at) => (
        <path key={kind} d={paths[at]} fill="currentColor" className={`${tone} text-tone`} />
      ))}
    </svg>
  );
});
