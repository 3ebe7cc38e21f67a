import type { Answer } from '../door/Answer.ts';
import { headerValues } from '../door/rawHeaders.ts';
import type { RequestFacts } from '../door/refuseAtDoor.ts';
import { bestEncoding } from './encoding.ts';
import type { PageFile } from './pageFiles.ts';

/** A file of the page, packed as well as the caller can unpack it. */
export function pageAnswer({ rawHeaders }: RequestFacts, file: PageFile): Answer {
  const accepted = bestEncoding(headerValues(rawHeaders, 'accept-encoding').join(','));
  const coding = accepted && file[accepted] ? accepted : null;
  return {
    status: 200,
    body: (coding && file[coding]) || file.plain,
    headers: {
      'content-type': file.type,
      'cache-control': file.cacheControl,
      vary: 'accept-encoding',
      ...(coding ? { 'content-encoding': coding } : {}),
    },
  };
}
