import { useLenses } from './useLenses.ts';

/** As wide as the navigation, until it has come: nothing beside it moves. */
export function LensNavPlace() {
  const lenses = useLenses();
  if (lenses.length < 2) return null;
  return (
    <span
      aria-hidden="true"
      className="invisible flex shrink-0 gap-0.5 max-[900px]:w-24 max-[900px]:overflow-hidden"
    >
      {lenses.map(
        ({ lens, label, more }) =>
          !more && (
            <span key={lens} className="px-2 text-sm">
              {label}
            </span>
          ),
      )}
      {lenses.some(({ more }) => more) && <span className="w-18" />}
    </span>
  );
}
