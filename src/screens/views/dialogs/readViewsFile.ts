import { reduceSavedViews } from '../../../views/saved/reduceSavedViews.ts';
import {
  MOST_SAVED_VIEWS,
  type SavedView,
  type SavedViews,
} from '../../../views/saved/SavedViews.ts';
import { parseSavedViews } from '../../../views/saved/savedViewsFile.ts';

/** Larger files are not opened. Bytes. */
const LARGEST = 8_000_000;

/** What a file would bring. */
export interface ReadViews {
  /** All views of the file, to be imported. */
  readonly views: readonly SavedView[];
  /** The names of those that the person does not have yet, as they would be called. */
  readonly added: readonly string[];
  /** What could not be read, or not be kept, in sentences. */
  readonly problems: readonly string[];
}

/** Reads a file of saved views. Never throws. */
export async function readViewsFile(file: Blob, saved: SavedViews): Promise<ReadViews> {
  const refuse = (problem: string): ReadViews => ({ views: [], added: [], problems: [problem] });
  if (file.size > LARGEST) return refuse('This file is too large to be saved views.');
  let text: string;
  try {
    text = await file.text();
  } catch {
    return refuse('The browser could not read this file.');
  }
  const { state, problems } = parseSavedViews(text);
  const views = state.own;
  const { own } = reduceSavedViews(saved, { kind: 'import', views });
  const isFull = own.length >= MOST_SAVED_VIEWS;
  return {
    views,
    added: own.slice(saved.own.length).map(({ name }) => name),
    problems: isFull ? [...problems, `No more than ${MOST_SAVED_VIEWS} views are kept.`] : problems,
  };
}
