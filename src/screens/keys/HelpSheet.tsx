import { HelpNotes } from './help/HelpNotes.tsx';
import { ShortcutSheet } from './ShortcutSheet.tsx';

/** Everything that `?` tells: the keys, and below them what the page is made of. */
export function HelpSheet({ onClose }: { readonly onClose: () => void }) {
  return (
    <ShortcutSheet onClose={onClose}>
      <HelpNotes onLeave={onClose} />
    </ShortcutSheet>
  );
}
