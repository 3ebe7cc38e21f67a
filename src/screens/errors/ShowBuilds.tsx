import { isPlainClick } from '../../ui/isPlainClick.ts';
import { useAddress } from '../frame/view/useView.ts';

/** A link to the builds behind a number, in this page. */
export function ShowBuilds({
  href,
  children = 'Show builds',
}: {
  readonly href: string;
  readonly children?: string;
}) {
  const address = useAddress();
  return (
    <a
      href={href}
      onClick={(event) => {
        if (!isPlainClick(event)) return;
        event.preventDefault();
        address.push(href);
      }}
      className="rounded text-sm text-accent underline-offset-2 hover:underline max-sm:inline-flex max-sm:h-11 max-sm:items-center"
    >
      {children}
    </a>
  );
}
