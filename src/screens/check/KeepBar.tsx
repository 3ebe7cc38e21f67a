import { useState } from 'react';
import type { ImageReference } from '../../insights/check/readReference.ts';
import { makeVisible } from '../../lib/text.ts';
import { Button } from '../../ui/Button.tsx';
import { useCopy } from '../../ui/clipboard/useCopy.ts';
import { Menu } from '../../ui/Menu.tsx';
import { printView } from '../../views/address/printView.ts';
import { useAddress, useView } from '../frame/view/useView.ts';
import type { CheckDraft, Draft } from './CheckDraft.ts';
import { withList } from './checkView.ts';
import { forgetList, keepList, useKeptLists } from './keptLists.ts';
import { listHash } from './listLink.ts';
import { useNamedList } from './useNamedList.ts';

/** Lists kept on this device, and a link that carries this one where it is short. */
export function KeepBar({ store, draft }: { readonly store: CheckDraft; readonly draft: Draft }) {
  const { text, name, list } = draft;
  const [, actions] = useView();
  const missing = useNamedList(store);
  const kept = useKeptLists();
  const [said, setSaid] = useState('');
  const mine = kept.find((one) => one.name === name);
  if (text === '' && kept.length === 0 && missing === null) return null;
  const keep = () => {
    const wanted = name.trim() || 'My list';
    store.call(wanted);
    const isKept = keepList({ name: wanted, text });
    if (isKept) actions.replace((now) => withList(now, wanted));
    setSaid(
      isKept
        ? 'Kept until you sign out'
        : 'Not kept: this browser has no room for it. The file is the better place.',
    );
  };
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-muted">
      {text !== '' && (
        <>
          <input
            type="text"
            aria-label="Name of this list"
            placeholder="Name of this list"
            value={name}
            maxLength={100}
            autoComplete="off"
            onChange={({ currentTarget }) => store.call(currentTarget.value)}
            className="h-7 w-44 rounded-md border border-edge bg-raised px-2 text-ink max-sm:h-11"
          />
          <Button disabled={mine?.text === text} onClick={keep}>
            Keep on this device
          </Button>
          <CopyListLink images={list?.images ?? []} />
        </>
      )}
      {kept.length > 0 && (
        <Menu
          label={`Kept lists: ${kept.length}`}
          items={kept.map((one) => ({
            label: makeVisible(one.name.slice(0, 100)),
            checked: one === mine && one.text === text,
            onSelect: () => {
              setSaid('');
              store.read(one.text, one.name);
              actions.push((now) => withList(now, one.name));
            },
          }))}
        />
      )}
      {mine && (
        <Button
          variant="plain"
          onClick={() => {
            forgetList(mine.name);
            actions.replace((now) => withList(now, null));
            setSaid('Forgotten');
          }}
        >
          Forget it
        </Button>
      )}
      <span role="status">
        {missing === null
          ? said
          : `No list called “${makeVisible(missing.slice(0, 100))}” is kept on this device.`}
      </span>
    </div>
  );
}

function CopyListLink({ images }: { readonly images: readonly ImageReference[] }) {
  const [view] = useView();
  const address = useAddress();
  const [state, copy] = useCopy();
  const hash = listHash(images);
  if (hash === null) return null;
  return (
    <Button
      onClick={() =>
        void copy(
          `${address.link(printView(withList(view, null)))}${hash}`,
          'the link with this list',
        )
      }
    >
      <span aria-live="polite">{state === 'copied' ? 'Copied' : 'Copy link with this list'}</span>
    </Button>
  );
}
