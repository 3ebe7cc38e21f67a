import { imageReference } from '../../lib/imageReference.ts';
import { makeVisible } from '../../lib/text.ts';

/** Image name and tag; the name gives way first, and both can be read whole. */
export function ImageName({ name, tag }: { readonly name: string; readonly tag: string }) {
  const shownName = makeVisible(name);
  const reference = imageReference(name, tag);
  return (
    <span className="flex min-w-0 items-baseline" title={makeVisible(reference)} dir="ltr">
      <span className="truncate font-medium">{shownName.slice(0, 300) || '(no name)'}</span>
      {tag !== '' && (
        <span className="max-w-[50%] shrink-0 truncate text-muted">
          {makeVisible(reference.slice(name.length)).slice(0, 200)}
        </span>
      )}
    </span>
  );
}
