import { expect, it } from 'vitest';
import type { TextClause } from './Query.ts';
import { searchedTexts } from './searchedTexts.ts';

const clause = (field: TextClause['field'], text: string, more: Partial<TextClause> = {}) => ({
  kind: 'text' as const,
  field,
  patterns: [{ match: 'contains' as const, text }],
  not: false,
  ...more,
});

it('are those of the search and of errors, as they were typed, each once', () => {
  expect(
    searchedTexts([
      clause('any', 'No space'),
      clause('error', 'torch'),
      clause('error', 'No space'),
      clause('image', 'web'),
      clause('error', 'never', { not: true }),
      clause('any', ' '),
      { kind: 'has', values: ['error'], not: false },
    ]),
  ).toEqual(['No space', 'torch']);
});

it('are the longest part of a pattern, and nothing where the whole text was asked for', () => {
  const whole = (match: 'whole' | 'exact', text: string) =>
    searchedTexts([clause('error', '', { patterns: [{ match, text }] })]);
  expect(whole('whole', '*no*space left*')).toEqual(['space left']);
  expect(whole('whole', '*')).toEqual([]);
  expect(whole('exact', 'no space')).toEqual([]);
});
