import type { Build } from '../../../contract/build.ts';
import { utcTime } from './utcTime.ts';

/** From here on the artifacts are written one by one, to keep each piece short to make. */
const MANY = 50;

/**
 * One build as JSON in the contract's shape (`BuildStatusResponse`), in pieces: text for text
 * what the API gave, but that every time says its zone (`utcTime`). Artifacts that the API did not name are left out, as the contract has it:
 * the list may be missing, never null.
 */
export function* buildJson(build: Build): Generator<string> {
  const { artifacts, ...rest } = inUtc(build);
  if (artifacts === null) yield JSON.stringify(rest);
  else if (artifacts.length < MANY) {
    yield JSON.stringify({ ...rest, artifacts: artifacts.map(inUtc) });
  } else {
    yield `${JSON.stringify(rest).slice(0, -1)},"artifacts":[`;
    for (const [index, artifact] of artifacts.entries()) {
      yield `${index === 0 ? '' : ','}${JSON.stringify(inUtc(artifact))}`;
    }
    yield ']}';
  }
}

type Times = Pick<Build, 'createdAt' | 'startedAt' | 'completedAt'>;

function inUtc<Timed extends Times>(timed: Timed): Timed {
  const { createdAt, startedAt, completedAt } = timed;
  return {
    ...timed,
    createdAt: utcTime(createdAt),
    startedAt: utcTime(startedAt),
    completedAt: utcTime(completedAt),
  };
}
