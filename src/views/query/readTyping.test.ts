import { describe, expect, it } from 'vitest';
import { printQueryText } from './parseQueryText.ts';
import { readTyping } from './readTyping.ts';

/** What is filtered by after each letter, as a person sees it: the last answer while one waits. */
function letters(text: string): string[] {
  const seen: string[] = [''];
  for (let at = 1; at <= text.length; at += 1) {
    const { filter } = readTyping(text.slice(0, at), at, false);
    const answer = filter === null ? seen.at(-1) : printQueryText(filter);
    if (answer !== undefined && answer !== seen.at(-1)) seen.push(answer);
  }
  return seen.slice(1);
}

describe('a text that is typed letter by letter', () => {
  it.each([
    ['status:failed', ['status:failed']],
    ['-status:failed', ['-status:failed']],
    ['status:failed,cancelled', ['status:failed', 'status:failed,cancelled']],
    ['status:failed OR status:cancelled', ['status:failed', 'status:failed,cancelled']],
    ['status:failed or status:cancelled', ['status:failed', 'status:failed,cancelled']],
    ['status: failed', ['status:failed']],
    ['status=failed', ['status:failed']],
    ['NOT is:active', ['-is:active']],
    ['is:broken', ['is:broken']],
    ['created:24h', ['created:24h']],
    ['created:2026-11-01', ['created:2026-11', 'created:2026-11-01']],
    ['duration:>10m', ['duration:>10m']],
    ['tag:latest web', ['tag:latest', 'tag:latest we', 'tag:latest web']],
    ['image:=web x', ['image:=web', 'image:=web x']],
    ['stauts:failed', ['stau', 'staut', 'stauts']],
    ['dja', ['dj', 'dja']],
    ['"no"', ['n', 'no']],
    ['image:web', ['image:w', 'image:we', 'image:web']],
  ])('shows a new answer only where one is whole: %s', (text, answers) => {
    expect(letters(text)).toEqual(answers);
  });

  it.each([
    ['sta', 'sta'],
    ['tag:late', 'tag:late'],
    ['status:unheard', 'status:unheard'],
    ['cause:3fa', 'cause:3fa'],
    ['status:', null],
    ['status:fai', null],
    ['status:failed,can', null],
    ['created:2', null],
    ['stauts:failed', null],
  ])('shows what it may mean when nothing more is typed: %s', (text, answer) => {
    const { filter } = readTyping(text, text.length, true);
    expect(filter && printQueryText(filter)).toBe(answer);
  });

  it('says nothing of what is half written, and all of it where nobody types', () => {
    expect(readTyping('stats:1 status:fai', 18, false).problems).toHaveLength(1);
    expect(readTyping('status:fai', 10, false).problems).toEqual([]);
    expect(readTyping('status:fai', null, false).problems).toHaveLength(1);
    expect(readTyping('status:fai web', 14, false).filter).not.toBeNull();
  });
});
