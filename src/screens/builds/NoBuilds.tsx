import { CopyButton } from '../../ui/clipboard/CopyButton.tsx';

/** As the API's own command-line client spells it. */
const PUSH = 'prime images push myapp:v1.0.0';
const DOCUMENTATION = 'https://docs.primeintellect.ai/sandboxes/images';

/** The account has no builds at all: what brings the first one. */
export function NoBuilds() {
  return (
    <div className="mx-auto flex max-w-xl flex-col items-start gap-2 px-4 py-10">
      <h2 className="text-lg font-semibold">No builds yet</h2>
      <p className="text-muted">
        The API has no image builds for this token. Push an image from a folder with a Dockerfile,
        and its build appears here by itself:
      </p>
      <p className="flex max-w-full items-center gap-1 rounded-md border border-line bg-sunken py-1 pr-1 pl-3">
        <code className="min-w-0 overflow-x-auto font-mono text-sm whitespace-nowrap">{PUSH}</code>
        <CopyButton text={PUSH} what="command" />
      </p>
      <a
        href={DOCUMENTATION}
        target="_blank"
        rel="noreferrer"
        className="text-accent underline underline-offset-2 max-sm:py-2"
      >
        How images are pushed
      </a>
    </div>
  );
}
