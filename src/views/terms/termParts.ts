import {
  comparedWord,
  describeSpan,
  describeTime,
  IS_SAID,
  listWords,
  PARTS,
  plain,
  quoted,
} from './describeTerm.ts';
import { ARTIFACT_WORDS, type Term } from './Filter.ts';

/** A term in words, with the one that turns it round by itself: `status`, `is not`, `failed`. */
export interface TermParts {
  /** What it is about; empty where the verb says it. */
  readonly subject: string;
  readonly verb: string;
  readonly object: string;
}

/** The parts of a term as a chip shows them. The zone is said beside days. */
export function termParts(term: Term, zone: string | null = null): TermParts {
  const verb = (holds: string, not: string) => (term.not ? not : holds);
  switch (term.kind) {
    case 'free':
      return said('', verb('mentions', 'does not mention'), quoted(term.text));
    case 'words':
      return wordsParts(term, verb);
    case 'text': {
      const plainly = term.values.every(({ match }) => match === 'contains');
      const exact = term.values.every(({ match }) => match === 'exact');
      const whole = term.values.every(
        ({ match, text }) => match === 'whole' && !text.includes('*'),
      );
      const object = listWords(
        term.values.map(({ text }) => quoted(text)),
        'or',
      );
      if (plainly) return said(term.field, verb('contains', 'does not contain'), object);
      if (exact && term.field === 'tag') {
        return said(term.field, verb('is exactly', 'is not exactly'), object);
      }
      if (exact || whole) return said(term.field, verb('is', 'is not'), object);
      return said(term.field, verb('matches', 'does not match'), object);
    }
    case 'mark':
      return markParts(term, verb);
    case 'time':
      return said('', verb(term.field, `not ${term.field}`), describeTime(term.range, zone));
    case 'span': {
      const [holds, not] =
        term.field === 'wait' ? ['waited', 'did not wait'] : ['took', 'did not take'];
      return said('', verb(holds, not), describeSpan(term.range));
    }
  }
}

type Verb = (holds: string, not: string) => string;

function said(subject: string, verb: string, object: string): TermParts {
  return { subject, verb, object };
}

function wordsParts(
  { field, values, not }: Extract<Term, { kind: 'words' }>,
  verb: Verb,
): TermParts {
  switch (field) {
    case 'status': {
      const words = values.map((word) => plain(word.toLowerCase()) || 'empty');
      return said('status', verb('is', 'is not'), listWords(words, 'or'));
    }
    case 'is':
      return said('', verb('is', 'is not'), listWords(values, 'or'));
    case 'artifact': {
      const words = values.map((word) => plain(ARTIFACT_WORDS.get(word) ?? word) || 'nameless');
      return said('', verb('has a', 'has no'), `${listWords(words, 'or')} artifact`);
    }
    case 'has': {
      const parts = values.map((word) => PARTS[word] ?? { some: word, none: word });
      const words = parts.map(({ some, none }) => (not ? none : some));
      return said('', verb('has', 'has no'), listWords(words, not ? 'and no' : 'or'));
    }
  }
}

function markParts({ field, value }: Extract<Term, { kind: 'mark' }>, verb: Verb): TermParts {
  switch (field) {
    case 'is':
      return said('', verb('is', 'is not'), IS_SAID[value] ?? value);
    case 'cause':
      return said('', verb('failed by', 'not failed by'), `cause ${value}`);
    case 'batch':
      return said('', verb('in', 'not in'), `batch ${quoted(value)}`);
    case 'compared':
      return said('', verb('counted as', 'not counted as'), comparedWord(value));
    case 'since':
      return said('', verb('is', 'is not'), 'new or changed since last time');
  }
}
