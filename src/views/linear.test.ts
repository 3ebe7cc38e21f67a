import { describe, it } from 'vitest';
import { expectLinear, LINEAR_TIMEOUT } from '../lib/testing/expectLinear.ts';
import { diagnoseView } from './address/diagnoseView.ts';
import { parseView } from './address/parseView.ts';
import { printView } from './address/printView.ts';
import type { View } from './address/View.ts';
import { describeView } from './describeView.ts';
import { cellTerm } from './editView.ts';
import { parseQueryText, printQueryText } from './query/parseQueryText.ts';
import { readTyping } from './query/readTyping.ts';
import { suggest } from './query/suggest.ts';
import { cleanName } from './saved/SavedViews.ts';
import { parseSavedViews } from './saved/savedViewsFile.ts';

const FACTS = { statuses: [], artifacts: [] };

/** All that is said of a view. */
function readAll(view: View): void {
  diagnoseView(view);
  describeView(view);
}

describe('a hostile text', () => {
  it.each<[string, (text: string) => unknown]>([
    ['a typed query', (text) => printQueryText(parseQueryText(text).filter)],
    ['a query with the caret in it', (text) => readTyping(text, text.length, false)],
    ['suggestions', (text) => suggest(text, text.length, FACTS)],
    ['an address', (text) => printView(parseView(`?${text}`))],
    ['a search in an address', (text) => readAll(parseView(`?q=${text}`))],
    ['opened builds', (text) => parseView(`?open=${text}`)],
    ['a cell', (text) => cellTerm('error', text, false)],
    ['the name of a view', cleanName],
    ['a file of views', (text) => parseSavedViews(`{"views":[{"name":${JSON.stringify(text)}}]}`)],
  ])('is read in time proportional to it: %s', (_, read) => expectLinear(read), LINEAR_TIMEOUT);
});
