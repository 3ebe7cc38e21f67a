import { Layers, LogOut } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import { ThemeMenu } from './ThemeMenu.tsx';

export interface TopBarProps {
  /** The API's host; null for the demo data. */
  readonly upstream: string | null;
  readonly onSignOut: () => void;
  readonly children?: ReactNode;
}

/** The frame's one line: what this is, whose data, theme, and the way out. */
export function TopBar({ upstream, onSignOut, children }: TopBarProps) {
  return (
    <header className="flex h-11 shrink-0 items-center gap-2 border-b border-line px-3 max-sm:h-12 print:hidden">
      <Layers aria-hidden="true" className="size-5 shrink-0 text-accent" />
      <h1 className="text-base font-semibold whitespace-nowrap">Image Builds</h1>
      <span
        className="min-w-0 truncate rounded-full border border-line px-2 text-sm text-muted"
        title={upstream === null ? 'Made-up builds of the local API' : `Builds of ${upstream}`}
      >
        {upstream ?? 'Demo data'}
      </span>
      <span className="flex-1" />
      {children}
      <ThemeMenu />
      <Button variant="plain" onClick={onSignOut} aria-label="Sign out" title="Sign out">
        <LogOut aria-hidden="true" className="size-4" />
        <span className="max-sm:hidden">Sign out</span>
      </Button>
    </header>
  );
}
