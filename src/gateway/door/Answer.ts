import type { Refusal } from './refuseAtDoor.ts';

/** What the page is given: nothing else of the upstream's answer crosses. */
export interface Answer {
  readonly status: number;
  readonly body: Buffer;
  /** Retry-After, Date, Allow and the type of the body; the constant ones are added later. */
  readonly headers: Readonly<Record<string, string>>;
  /** For the log: why this is not what the API answered. In words of our own. */
  readonly why?: string;
}

/** The type of every JSON body that is sent. */
export const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };

/** A refusal of a call to the API, in the shapes that the contract's clients read. */
export function refusalAnswer({ status, text, allow, param }: Refusal): Answer {
  const headers = allow === undefined ? {} : { allow };
  if (text === '') return { status, body: NOTHING, headers };
  const body = param === undefined ? { detail: text } : { errors: [{ param, details: text }] };
  return { status, body: Buffer.from(JSON.stringify(body)), headers: { ...headers, ...JSON_TYPE } };
}

/** One sentence as plain text, for whatever is no call to the API. */
export function textAnswer({ status, text, allow }: Refusal): Answer {
  return {
    status,
    body: Buffer.from(`${text}\n`),
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      ...(allow === undefined ? {} : { allow }),
    },
  };
}

const NOTHING = Buffer.alloc(0);
