import type { ReactNode } from 'react';
import type { GatewayInfo } from '../../contract/gatewayInfo.ts';
import { Button } from '../../ui/Button.tsx';
import { ICONS, Icon } from '../../ui/Icon.tsx';
import { lazyPiece } from '../../ui/lazyPiece.ts';
import { Piece } from '../../ui/Piece.tsx';
import { useRoving } from '../../ui/useRoving.ts';

const TeamMenu = lazyPiece(async () => (await import('./team/TeamMenu.tsx')).TeamMenu);
const ThemeMenu = lazyPiece(async () => (await import('./ThemeMenu.tsx')).ThemeMenu);

export interface TopBarProps {
  /** What stands behind the page; null where nobody says: then nothing is said of whose data it is. */
  readonly info: GatewayInfo | null;
  /** The team whose builds are shown; null for the person's own. */
  readonly team: string | null;
  readonly onSignOut: () => void;
  /** Beside the name. */
  readonly children?: ReactNode;
  /** What is there on every screen of a list, before the theme. */
  readonly tools?: ReactNode;
}

/** The frame's one line: what this is, whose data, theme, and the way out. */
export function TopBar({ info, team, onSignOut, children, tools }: TopBarProps) {
  const roving = useRoving();
  return (
    <header className="flex h-10 shrink-0 items-center gap-2 border-b border-line px-3 max-sm:h-12 print:hidden">
      <Icon path={ICONS.layers} className="size-5 text-accent" />
      <h1 className="text-base font-semibold whitespace-nowrap max-[30rem]:sr-only">
        Image Builds
      </h1>
      {children}
      {team !== null && (
        <Piece fallback="Team">
          <TeamMenu team={team} />
        </Piece>
      )}
      {info && <Behind info={info} beside={team !== null} />}
      <span className="flex-1" />
      {/* One stop for the Tab key: the arrow keys walk. */}
      <div role="toolbar" aria-label="This page" className="flex items-center gap-2" {...roving}>
        {tools}
        {/* Where letters are large on a phone, the way out needs its room; `?` changes it too. */}
        <span className="contents max-[19rem]:hidden">
          <Piece fallback={<span className="w-8.5" />}>
            <ThemeMenu />
          </Piece>
        </span>
      </div>
      <Button variant="plain" onClick={onSignOut} aria-label="Sign out" title="Sign out">
        <Icon path={ICONS.leave} className="size-4" />
        <span className="max-sm:hidden">Sign out</span>
      </Button>
    </header>
  );
}

interface BehindProps {
  readonly info: GatewayInfo;
  /** A team stands beside it: on a phone there is room for one of the two. */
  readonly beside: boolean;
}

function Behind({ info: { upstream }, beside }: BehindProps) {
  return (
    <span
      className={`min-w-0 truncate rounded-full border border-line px-2 text-sm text-muted ${beside ? 'max-sm:hidden' : ''}`}
      title={upstream === null ? 'Made-up builds of the local API' : `Builds of ${upstream}`}
    >
      {upstream ?? 'Demo data'}
    </span>
  );
}
