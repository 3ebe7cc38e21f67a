import { FIELDS, isWordsField, type WordsField } from '../terms/fields.ts';
import { type Issue, mistake } from '../terms/Issue.ts';
import { isKnownWord, suggestWord } from '../terms/readWords.ts';
import { STATE_WORDS } from '../terms/synonyms.ts';
import { parseTimeRange } from '../terms/timeRange.ts';
import type { FieldPart } from './Part.ts';
import { wordsFrom } from './words.ts';

/**
 * The part of a known field with what there is to say of a value in another product's spelling:
 * `is:failed`, `status:!failed`, `status:failed|cancelled`, `status:failed, cancelled`,
 * `since:2026-11-01`, `image:%swe%`. Such a part does not apply, but for the last two kinds.
 */
export function adviseOnValue(text: string, part: FieldPart): FieldPart {
  const { field, not, valuesFrom, to } = part;
  const value = text.slice(valuesFrom, Math.min(to, valuesFrom + 200));
  const minus = not ? '-' : '';
  const refuse = (message: string, suggestion: string | null, end = to): FieldPart => {
    const issues: Issue[] = [mistake({ from: part.from, to: end }, message, suggestion)];
    return { ...part, to: end, term: null, issues };
  };
  if (field === 'since' && part.term === null && parseTimeRange(value) !== null) {
    return refuse('“since” takes “last” alone', `${minus}created:>=${value}`);
  }
  if (FIELDS[field].kind === 'text') return adviseOnText(text, part, value, minus);
  if (!isWordsField(field) || value.includes('"')) return part;
  return adviseOnWords(text, part, field, value, refuse);
}

type Refuse = (message: string, suggestion: string | null, end?: number) => FieldPart;

function adviseOnWords(
  text: string,
  part: FieldPart,
  field: WordsField,
  value: string,
  refuse: Refuse,
): FieldPart {
  const { not, to } = part;
  const minus = not ? '-' : '';
  const turned = /^(?:!=?|<>|-|~)(.+)$/.exec(value)?.[1];
  if (turned !== undefined) {
    const other = value.startsWith('~') === not ? '-' : '';
    const message = 'a minus in front of the field excludes';
    return refuse(
      value.startsWith('~') ? 'words are compared whole' : message,
      `${other}${field}:${turned}`,
    );
  }
  const bare = /^[‘’'`](.+)[‘’'`]$/.exec(value)?.[1];
  if (bare !== undefined) return refuse('words need no quotes', `${minus}${field}:${bare}`);
  const pieces = value.split(/[|;+/&]+/).filter((piece) => piece !== '');
  if (pieces.length > 1 && pieces.every((piece) => isKnownWord(field, piece))) {
    return refuse('a comma parts values', `${minus}${field}:${pieces.join(',')}`);
  }
  if (value === '*') {
    return refuse('every build has one: leave it out', null);
  }
  if (value.endsWith(',')) {
    const [next] = wordsFrom(text, to, 1);
    if (next !== undefined && isKnownWord(field, next.text.replace(/,$/, ''))) {
      const list = `${value}${next.text.replace(/,$/, '')}`;
      return refuse('values follow a comma without a blank', `${minus}${field}:${list}`, next.to);
    }
  }
  return adviseOnState(part, value, minus, refuse);
}

/** A word that another field has: `is:failed` is a status, `status:active` a state. */
function adviseOnState(part: FieldPart, value: string, minus: string, refuse: Refuse): FieldPart {
  const { field } = part;
  if (field !== 'is' && field !== 'status') return part;
  if (isKnownWord(field, value)) return part;
  const spelling =
    field === 'is' && isKnownWord('status', value)
      ? `status:${value.toLowerCase()}`
      : STATE_WORDS.get(value.toLowerCase());
  if (spelling === undefined || spelling.startsWith(`${field}:`)) return part;
  if (suggestWord(field, value) !== null) return part;
  return refuse(`“${field}” has no “${value}”`, `${minus}${spelling}`);
}

function adviseOnText(text: string, part: FieldPart, value: string, minus: string): FieldPart {
  const { field } = part;
  const say = (message: string, suggestion: string | null, to = part.to): FieldPart => {
    const { from } = part;
    return { ...part, issues: [...part.issues, { from, to, kind: 'hint', message, suggestion }] };
  };
  if (value.includes('"')) return part;
  if (field === 'image' || field === 'tag') {
    const like = /^%?([^%]+)%?$/.exec(value)?.[1];
    if (value.includes('%') && like !== undefined) {
      const pattern = value.replaceAll('%', '*').replace(/^\*([^*]+)\*$/, '$1');
      return say('% stands for itself; * is any run', `${minus}${field}:${pattern}`);
    }
    if (/^\/.+\/$/.test(value)) {
      const pattern = value
        .slice(1, -1)
        .replaceAll('.*', '*')
        .replace(/^\^|\$$/g, '');
      const plain = /^[\w./*-]+$/.test(pattern);
      return say(
        'there are no regular expressions; * is any run',
        plain ? `${minus}${field}:${pattern}` : null,
      );
    }
    if (value.includes('|') && /^[\w./|-]+$/.test(value)) {
      return say(
        '| stands for itself; a comma parts values',
        `${minus}${field}:${value.split(/\|+/).join(',')}`,
      );
    }
    if (/^(?:[<>]=?|!=?).+/.test(value)) {
      const turned = value.startsWith('!')
        ? `${minus === '' ? '-' : ''}${field}:${value.replace(/^!=?/, '')}`
        : null;
      return say(
        turned ? 'a minus in front of the field excludes' : `“${field}” cannot be compared`,
        turned,
      );
    }
  }
  const single = /^'([^'"]{1,200})'/.exec(text.slice(part.valuesFrom, part.valuesFrom + 202));
  if (single !== null) {
    const to = part.valuesFrom + single[0].length;
    return say('only " quotes', `${minus}${field}:"${single[1]}"`, to);
  }
  if (value === '*' && field === 'error')
    return say('“has:error” says the same', `${minus}has:error`);
  return part;
}
