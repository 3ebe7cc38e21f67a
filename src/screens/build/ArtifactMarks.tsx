import type { Artifact } from '../../contract/build.ts';
import { classes } from '../../ui/classes.ts';
import { IconPair } from '../../ui/Icon.tsx';
import { artifactLook } from './artifactLook.ts';
import { statusLook } from './statusLook.ts';

/** A build usually has one for each type; more than these are counted. */
const MOST = 2;

/** One mark for each artifact: the shape is its type, the tone and the title its status. */
export function ArtifactMarks({ artifacts }: { readonly artifacts: readonly Artifact[] | null }) {
  if (artifacts === null) {
    return (
      <span className="text-muted" title="The API did not say which artifacts this build has">
        –
      </span>
    );
  }
  if (artifacts.length === 0) return <span className="text-muted">none</span>;
  return (
    <span className="inline-flex items-center gap-1">
      {artifacts.slice(0, MOST).map((artifact, index) => (
        <ArtifactMark key={index} artifact={artifact} />
      ))}
      {artifacts.length > MOST && (
        <span className="text-xs text-muted tabular-nums">+{artifacts.length - MOST}</span>
      )}
    </span>
  );
}

function ArtifactMark({ artifact }: { readonly artifact: Artifact }) {
  const { word: type, icon } = artifactLook(artifact.artifactType);
  const { word: status, tone, icon: statusIcon } = statusLook(artifact.status);
  return (
    <span
      role="img"
      aria-label={`${type}: ${status}`}
      title={`${type}: ${status}`}
      className={classes(
        tone,
        'inline-flex items-center gap-0.5 rounded border border-tone bg-tone-soft px-1 py-px text-tone',
      )}
    >
      <IconPair left={icon} right={statusIcon} />
    </span>
  );
}
