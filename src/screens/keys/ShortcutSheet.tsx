import { X } from 'lucide-react';
import { Fragment, type ReactNode, useId } from 'react';
import { pageFolder } from '../../contract/served/pageFolder.ts';
import { CHANGES_NAME, VERSION } from '../../contract/served/version.ts';
import { Button } from '../../ui/Button.tsx';
import { classes } from '../../ui/classes.ts';
import { Modal } from '../../ui/Modal.tsx';
import { useLenses } from '../frame/lens/useLenses.ts';
import { Keys } from './map/Keys.tsx';
import { KEY_GROUPS, type KeyGroup, lensKeyGroup } from './map/keyGroups.ts';
import { useSingleKeys } from './map/singleKeys.ts';

/** All keys in groups, and the switch for those that are a single letter or sign. */
export function ShortcutSheet({
  onClose,
  children,
}: {
  readonly onClose: () => void;
  /** What else there is to know, below the keys. */
  readonly children?: ReactNode;
}) {
  const [singleKeys, setSingleKeys] = useSingleKeys();
  const id = useId();
  const lensKeys = lensKeyGroup(useLenses());
  return (
    <Modal aria-labelledby={id} onClose={onClose} className="w-3xl p-4">
      <div className="flex items-center gap-3">
        <h2 id={id} className="flex-1 text-lg font-semibold">
          Keyboard shortcuts
        </h2>
        <Button variant="plain" aria-label="Close" title="Close" onClick={onClose} data-first-focus>
          <X aria-hidden="true" className="size-4" />
        </Button>
      </div>
      <label className="my-3 flex items-start gap-2 rounded-md border border-line p-3">
        <input
          type="checkbox"
          role="switch"
          checked={singleKeys}
          aria-checked={singleKeys}
          aria-labelledby={`${id}switch`}
          aria-describedby={`${id}about`}
          onChange={(event) => setSingleKeys(event.currentTarget.checked)}
          className="mt-0.5 size-4 accent-accent"
        />
        <span>
          <span id={`${id}switch`} className="font-medium">
            Single-key shortcuts
          </span>
          <span id={`${id}about`} className="block text-sm text-muted">
            Off, letters and signs do nothing: for speech input, or keys that are hit by chance.
            Kept on this device.
          </span>
        </span>
      </label>
      <div className="columns-[18rem] gap-6">
        {[...KEY_GROUPS, ...(lensKeys ? [lensKeys] : [])].map((group) => (
          <Group key={group.name} group={group} singleKeys={singleKeys} />
        ))}
      </div>
      {children}
      <p className="text-muted text-sm">
        Image Builds {VERSION} ·{' '}
        <a
          href={pageFolder() + CHANGES_NAME}
          target="_blank"
          rel="noreferrer"
          className="text-accent underline underline-offset-2"
        >
          What changed
        </a>
      </p>
    </Modal>
  );
}

function Group({ group, singleKeys }: { readonly group: KeyGroup; readonly singleKeys: boolean }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="mb-4 break-inside-avoid">
      <h3 id={id} className="mb-1 font-semibold">
        {group.name}
      </h3>
      <dl className="grid grid-cols-[minmax(6.5rem,auto)_1fr] gap-x-3 gap-y-1.5 text-sm">
        {group.lines.map(({ keys, does, always = false }) => (
          <div key={keys.join(' ')} className="contents">
            <dt className="flex flex-wrap items-center gap-1">
              {keys.map((each, index) => (
                <Fragment key={each}>
                  {index > 0 && <span className="sr-only">, </span>}
                  <Keys keys={each} />
                </Fragment>
              ))}
            </dt>
            <dd className={classes(!always && !singleKeys && 'text-muted line-through')}>
              {does}
              {!always && !singleKeys && <span className="sr-only"> (switched off)</span>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
