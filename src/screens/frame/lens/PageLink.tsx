import type { ReactNode } from 'react';
import { isPlainClick } from '../../../ui/isPlainClick.ts';
import { useAddress } from '../view/useView.ts';

/** A link to another view in this page, such as the builds behind a number. */
export function PageLink({
  href,
  label,
  children,
}: {
  /** As `printView` writes it. */
  readonly href: string;
  /** What it is called where its content does not say it. */
  readonly label?: string;
  readonly children: ReactNode;
}) {
  const address = useAddress();
  return (
    <a
      href={address.href(href)}
      aria-label={label}
      title={label}
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
