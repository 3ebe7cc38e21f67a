import { useId, useRef, useState } from 'react';
import { plural } from '../../../lib/number.ts';
import { Button } from '../../../ui/Button.tsx';
import type { SavedView, SavedViews } from '../../../views/saved/SavedViews.ts';
import { type ReadViews, readViewsFile } from './readViewsFile.ts';
import { ViewDialog } from './ViewDialog.tsx';

export interface ImportDialogProps {
  readonly saved: SavedViews;
  readonly onImport: (views: readonly SavedView[]) => void;
  readonly onClosed: () => void;
}

/** Takes views from a file: what it holds is shown before anything is added. */
export function ImportDialog({ saved, onImport, onClosed }: ImportDialogProps) {
  const [found, setFound] = useState<ReadViews | null>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  return (
    <ViewDialog title="Import views" dialog={dialog} onClosed={onClosed}>
      <label htmlFor={id} className="flex flex-col gap-1 text-sm">
        File of saved views (JSON)
        <input
          id={id}
          type="file"
          accept="application/json,.json"
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            if (file) void readViewsFile(file, saved).then(setFound);
            else setFound(null);
          }}
          className="text-sm file:mr-2 file:h-7 file:rounded-md file:border file:border-line file:bg-raised file:px-2 file:text-ink max-sm:file:h-11"
        />
      </label>
      <div aria-live="polite" className="max-h-60 overflow-y-auto text-sm">
        {found && <Found found={found} />}
      </div>
      <div className="flex justify-end gap-2">
        <Button variant="plain" onClick={() => dialog.current?.close()}>
          Cancel
        </Button>
        <Button
          variant="primary"
          disabled={found === null || found.added.length === 0}
          onClick={() => {
            if (found) onImport(found.views);
            dialog.current?.close();
          }}
        >
          Add {found === null ? 'views' : plural(found.added.length, 'view', 'views')}
        </Button>
      </div>
    </ViewDialog>
  );
}

function Found({ found }: { readonly found: ReadViews }) {
  const { views, added, problems } = found;
  return (
    <>
      {added.length > 0 && (
        <>
          <p>To be added:</p>
          <ul className="list-disc pl-5">
            {added.map((name) => (
              <li key={name} className="wrap-anywhere">
                {name}
              </li>
            ))}
          </ul>
        </>
      )}
      {views.length > 0 && added.length === 0 && <p>You have all of these views already.</p>}
      {problems.map((problem) => (
        <p key={problem} className="text-bad">
          {problem}
        </p>
      ))}
    </>
  );
}
