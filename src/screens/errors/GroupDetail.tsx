import { useState } from 'react';
import type { ErrorExample } from '../../insights/errors/GroupMembers.ts';
import { formatCount, plural } from '../../lib/number.ts';
import { makeVisible } from '../../lib/text.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyButton } from '../../ui/clipboard/CopyButton.tsx';
import { Age } from '../build/Age.tsx';
import { ErrorText } from '../build/ErrorText.tsx';
import { ImageName } from '../build/ImageName.tsx';
import { PageLink } from '../frame/lens/PageLink.tsx';
import { WatchBell } from '../frame/watch/WatchBell.tsx';
import type { GroupRow } from './GroupRow.ts';
import { countsText } from './groupWords.ts';
import { stateText } from './stateText.ts';
import { TwoExamples } from './TwoExamples.tsx';
import { WhyGrouped } from './WhyGrouped.tsx';
import { watchedCause } from './watchedCause.ts';

/** Images and subjects listed at once. */
const LISTED = 30;

export interface GroupDetailProps {
  readonly row: GroupRow;
  readonly onMute: (fingerprint: string, muted: boolean) => void;
}

/** A cause opened in place: its newest example whole, why it is one group, what it is about. */
export function GroupDetail({ row, onMute }: GroupDetailProps) {
  const { group, matching, muted } = row;
  const [comparing, setComparing] = useState(false);
  const examples = matching.examples(2);
  const [newest, other] = examples;
  const { whole } = stateText(group.state);
  return (
    <div className="flex flex-col gap-3 border-b border-line bg-sunken px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
        <span>{countsText(row)}</span>
        {whole !== '' && <span className="text-muted">{whole}</span>}
        <PageLink href={row.buildsLink}>Show builds</PageLink>
        <CopyButton text={group.kind} what="cause" />
        <WatchBell thing={watchedCause(group)} />
        <Button onClick={() => onMute(group.fingerprint, !muted)}>
          {muted ? 'Unmute this cause' : 'Mute this cause'}
        </Button>
        {other && (
          <Button aria-pressed={comparing} onClick={() => setComparing(!comparing)}>
            Compare two examples
          </Button>
        )}
      </div>
      {newest && <WhyGrouped reading={newest.reading} text={newest.text} />}
      {comparing && newest && other ? (
        <TwoExamples left={newest} right={other} />
      ) : (
        newest && <Newest example={newest} />
      )}
      <Subjects row={row} />
      <Images row={row} />
    </div>
  );
}

function Newest({ example }: { readonly example: ErrorExample }) {
  return (
    <section aria-label="Newest example" className="flex min-w-0 flex-col gap-1">
      <h2 className="flex flex-wrap items-baseline gap-x-2 text-sm text-muted">
        <span>Newest example:</span>
        <ImageName name={example.name} tag={example.tag} />
        <Age at={example.time} />
      </h2>
      {example.text === null || example.text.trim() === '' ? (
        <p className="text-sm text-muted">The API gives no message for it.</p>
      ) : (
        <ErrorText message={example.text} />
      )}
    </section>
  );
}

function Subjects({ row }: { readonly row: GroupRow }) {
  const { subjects } = row.matching;
  if (subjects.length === 0) return null;
  const listed = subjects.slice(0, LISTED);
  return (
    <section aria-label="What it is about">
      <h2 className="text-sm text-muted">
        About {plural(subjects.length, 'thing', 'things')}, most frequent first
      </h2>
      <ul className="flex flex-wrap gap-x-4 gap-y-0.5 text-sm">
        {listed.map(({ subject, artifacts, images }) => (
          <li key={subject}>
            <code className="font-mono text-xs">{makeVisible(subject.slice(0, 200))}</code>{' '}
            <span className="text-muted tabular-nums">
              {formatCount(artifacts)} in {plural(images, 'image', 'images')}
            </span>
          </li>
        ))}
        <More of={subjects.length} listed={listed.length} />
      </ul>
    </section>
  );
}

function Images({ row }: { readonly row: GroupRow }) {
  const images = row.matching.imageList();
  const listed = images.slice(0, LISTED);
  return (
    <section aria-label="Its images">
      <h2 className="text-sm text-muted">
        {plural(images.length, 'image', 'images')}, newest failure first
      </h2>
      <ul className="flex flex-wrap gap-x-4 gap-y-0.5 text-sm">
        {listed.map(({ name, tag, artifacts, last }) => (
          <li key={`${name}:${tag}`} className="flex max-w-full items-baseline gap-x-2">
            <ImageName name={name} tag={tag} />
            <span className="whitespace-nowrap text-muted tabular-nums">
              {artifacts > 1 && `${formatCount(artifacts)}, last `}
              <Age at={last} />
            </span>
          </li>
        ))}
        <More of={images.length} listed={listed.length} />
      </ul>
    </section>
  );
}

function More({ of, listed }: { readonly of: number; readonly listed: number }) {
  if (of <= listed) return null;
  return <li className="text-muted">and {formatCount(of - listed)} more</li>;
}
