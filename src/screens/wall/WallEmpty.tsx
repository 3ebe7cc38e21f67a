import { useView } from '../frame/view/useView.ts';

/** A wall without a build: that is said large, since else it looks broken. */
export function WallEmpty() {
  const [{ filter }] = useView();
  const [what, then] =
    filter.length === 0
      ? ['No builds yet', 'The first one is shown here by itself.']
      : ['No build matches the filter', 'The first one that does is shown here by itself.'];
  return (
    <div className="grid flex-1 place-content-center text-center">
      <h2 className="text-[1.6em] leading-tight font-semibold">{what}</h2>
      <p className="text-muted">{then}</p>
    </div>
  );
}
