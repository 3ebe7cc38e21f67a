import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ApiError } from '../../contract/ApiError.ts';
import { runs } from '../../lib/testing/runs.ts';
import {
  type Call,
  LONGEST_TEXT,
  type PageMessage,
  pageMessage,
  parsePageMessage,
} from './parsePageMessage.ts';

const CALL: Call = {
  from: 'a',
  ask: { offset: 95, limit: 1000 },
  round: 'walk',
  stamp: 80,
  sentAt: 10,
};
const ANSWER = { ...CALL, text: '{}', mark: 96, date: null };

const said = (message: PageMessage) => parsePageMessage(structuredClone(pageMessage(message)));

describe('what tabs say to each other', () => {
  it('is heard as it was said', () => {
    const error = new ApiError({
      kind: 'limited',
      status: 429,
      message: 'Too many requests.',
      details: ['slower'],
      retryAfterMs: 5000,
      requestId: 'r1',
    });
    const all: PageMessage[] = [
      { type: 'hello' },
      { type: 'here' },
      { type: 'call', call: CALL },
      { type: 'answer', answer: ANSWER },
      { type: 'failed', call: CALL, error: null },
      { type: 'failed', call: CALL, error },
    ];
    for (const message of all) expect(said(message)).toEqual(message);
    expect(said({ type: 'failed', call: CALL, error })).toMatchObject({ error });
  });

  it('is nothing where a page of another version says it', () => {
    const message = { ...pageMessage({ type: 'call', call: CALL }) };
    expect(parsePageMessage({ ...message, form: 0 })).toBeNull();
    expect(parsePageMessage({ ...message, form: 2 })).toBeNull();
    expect(parsePageMessage({ ...message, form: undefined })).toBeNull();
  });

  it.each([
    ['no sender', { call: { ...CALL, from: 7 } }],
    ['a huge sender', { call: { ...CALL, from: 'x'.repeat(101) } }],
    ['no page', { call: { ...CALL, ask: null } }],
    ['half a row', { call: { ...CALL, ask: { offset: 0.5, limit: 10 } } }],
    ['no rows', { call: { ...CALL, ask: { offset: 0, limit: 0 } } }],
    ['another round', { call: { ...CALL, round: 'toString' } }],
    ['a stamp of text', { call: { ...CALL, stamp: '80' } }],
    ['a stamp below 0', { call: { ...CALL, stamp: -1 } }],
    ['a stamp of no exact number', { call: { ...CALL, stamp: Number.MAX_SAFE_INTEGER + 1 } }],
    ['a round that is a list', { call: { ...CALL, round: ['walk'] } }],
    ['a stamp that is no number', { call: { ...CALL, stamp: Number.NaN } }],
    ['no time', { call: { ...CALL, sentAt: Number.POSITIVE_INFINITY } }],
    ['no text', { text: 7 }],
    ['a huge text', { text: 'x'.repeat(LONGEST_TEXT + 1) }],
    ['a mark before its call', { mark: 79 }],
    ['another type', { type: 'erase' }],
  ])('is nothing with %s', (_, part) => {
    const message = { ...pageMessage({ type: 'answer', answer: ANSWER }) };
    expect(parsePageMessage(message)).not.toBeNull();
    expect(parsePageMessage({ ...message, ...part })).toBeNull();
  });

  it.each([
    ['the longest sender', { call: { ...CALL, from: 'x'.repeat(100) } }],
    ['the longest text', { text: 'x'.repeat(LONGEST_TEXT) }],
    ['a mark of its call', { mark: 80 }],
    ['a stamp and a time of 0', { call: { ...CALL, stamp: 0, sentAt: 0 } }],
    ['the last exact number', { mark: Number.MAX_SAFE_INTEGER }],
    ['no date', { date: 'Friday' }],
  ])('is heard with %s', (_, part) => {
    const message = { ...pageMessage({ type: 'answer', answer: ANSWER }) };
    expect(parsePageMessage({ ...message, ...part })).not.toBeNull();
  });

  it.each([
    ['of no kind', { kind: 'odd', message: 'x' }],
    ['whose kind is a list', { kind: ['server'], message: 'x' }],
    ['without words', { kind: 'server', message: 7 }],
  ])('is a failure without a reason where that is %s', (_, error) => {
    const message = { ...pageMessage({ type: 'failed', call: CALL, error: null }), error };
    expect(parsePageMessage(message)).toEqual({ type: 'failed', call: CALL, error: null });
  });

  it('takes of a failure what it may be', () => {
    const error = {
      kind: 'server',
      message: 'x',
      details: [7, 'y'.repeat(3000), null],
      requestId: 'r'.repeat(3000),
      retryAfterMs: -1,
    };
    const message = { ...pageMessage({ type: 'failed', call: CALL, error: null }), error };
    const heard = parsePageMessage(message);
    if (heard?.type !== 'failed') throw new Error('not heard');
    expect(heard.error?.details).toEqual(['y'.repeat(2000)]);
    expect(heard.error?.requestId).toHaveLength(2000);
    expect(heard.error?.retryAfterMs).toBeNull();
    const without = parsePageMessage({ ...message, error: { ...error, details: 'none' } });
    expect(without).toMatchObject({ error: { details: [] } });
  });

  it('cuts the words of a failure, and takes no wait over 5 minutes', () => {
    const error = {
      kind: 'server',
      status: 'bad',
      message: 'x'.repeat(10_000),
      details: Array.from({ length: 1000 }, () => 'y'.repeat(10_000)),
      retryAfterMs: 1e12,
    };
    const message = { ...pageMessage({ type: 'failed', call: CALL, error: null }), error };
    const heard = parsePageMessage(message);
    if (heard?.type !== 'failed') throw new Error('not heard');
    expect(heard.error?.message).toHaveLength(2000);
    expect(heard.error?.details).toHaveLength(50);
    expect(heard.error).toMatchObject({ status: null, retryAfterMs: 300_000 });
  });

  it('never makes reading it throw', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), fc.anything(), (data, part) => {
        parsePageMessage(data);
        const spread = typeof data === 'object' ? data : {};
        parsePageMessage({ form: 1, type: 'answer', call: part, ...spread });
        parsePageMessage({ form: 1, type: 'failed', call: CALL, error: part });
        parsePageMessage({ form: 1, type: 'call', call: { ...CALL, ask: part } });
      }),
      { numRuns: runs(500) },
    );
  });
});
