import { isTokenValue } from '../../lib/tokenParameter.ts';
import { replaceTerm } from '../query/editFilter.ts';
import { unknownWord } from '../terms/readWords.ts';
import { piecesOf } from './addressPieces.ts';
import { parseView } from './parseView.ts';
import { printView } from './printView.ts';
import { makeView, type View } from './View.ts';

/** Something to say about a view: a grey chip, with what was probably meant. */
export interface Remark {
  /** `unknown`: it does not apply. `hint`: it does. */
  readonly kind: 'unknown' | 'hint';
  /** The part it is about, such as `stauts=FAILED` or `status FOO`, readable. */
  readonly part: string;
  readonly message: string;
  /** What was probably meant, readable; null when nothing comes to mind. */
  readonly suggestion: string | null;
  /** Makes the view with the suggestion in its place; null without one. */
  readonly repair: (() => View) | null;
  /** Makes the view without that part. */
  readonly dismiss: () => View;
}

/** All there is to say about a view, the unknown parts of its address first. */
export function diagnoseView(view: View): readonly Remark[] {
  return [...unknownRemarks(view), ...tokenRemarks(view), ...hintRemarks(view)];
}

function unknownRemarks(view: View): Remark[] {
  return view.unknown.map(({ name, value, problem, suggestion }, index) => {
    const dismiss = () =>
      makeView({ ...view, unknown: view.unknown.filter((_, at) => at !== index) });
    return {
      kind: 'unknown',
      part: `${name}=${value}`,
      message: problem,
      suggestion: suggestion === null ? null : readable(suggestion),
      repair: suggestion === null ? null : () => withParameter(dismiss(), suggestion),
      dismiss,
    };
  });
}

/** A search for what looks like a token, which then stands in the address and its history. */
function tokenRemarks(view: View): Remark[] {
  return view.filter.flatMap((term, index): Remark[] => {
    if (term.kind !== 'free' || !isTokenValue(term.text)) return [];
    return [
      {
        kind: 'hint',
        part: 'search',
        message: 'looks like an API token, and stands in the address: make a new one if it is',
        suggestion: null,
        repair: null,
        dismiss: () => makeView({ ...view, filter: replaceTerm(view.filter, index, null) }),
      },
    ];
  });
}

function hintRemarks(view: View): Remark[] {
  return view.filter.flatMap((term, index) => {
    if (term.kind !== 'words') return [];
    const { field, values } = term;
    return values.flatMap((word): Remark[] => {
      const unknown = unknownWord(field, word);
      if (unknown === null) return [];
      const { message, suggestion } = unknown;
      const put = (words: readonly string[]) =>
        makeView({ ...view, filter: replaceTerm(view.filter, index, { ...term, values: words }) });
      return [
        {
          kind: 'hint',
          part: `${field} ${word}`,
          message,
          suggestion,
          repair:
            suggestion === null
              ? null
              : () => put(values.map((one) => (one === word ? suggestion : one))),
          dismiss: () => put(values.filter((one) => one !== word)),
        },
      ];
    });
  });
}

function withParameter(view: View, parameter: string): View {
  const search = printView(view);
  return parseView(search === '' ? `?${parameter}` : `${search}&${parameter}`);
}

function readable(parameter: string): string {
  const [piece] = piecesOf(parameter);
  return piece === undefined ? parameter : `${piece.name}=${piece.value ?? piece.written}`;
}
