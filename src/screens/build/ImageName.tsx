import { makeVisible } from '../../lib/text.ts';

/** Image name and tag; the name gives way first, and both can be read whole. */
export function ImageName({ name, tag }: { readonly name: string; readonly tag: string }) {
  const shownName = makeVisible(name);
  const shownTag = makeVisible(tag);
  return (
    <span className="flex min-w-0 items-baseline" title={`${shownName}:${shownTag}`} dir="ltr">
      <span className="truncate font-medium">{shownName.slice(0, 300) || '(no name)'}</span>
      <span className="max-w-[50%] shrink-0 truncate text-muted">:{shownTag.slice(0, 200)}</span>
    </span>
  );
}
