import { expect, it, vi } from 'vitest';
import { parseView } from '../../views/address/parseView.ts';
import { reduceSavedViews, type SavedViewsAction } from '../../views/saved/reduceSavedViews.ts';
import { findSavedView, NO_SAVED_VIEWS } from '../../views/saved/SavedViews.ts';
import { suggestName } from './dialogs/suggestName.ts';
import { currentView } from './saved/currentView.ts';
import { viewMenuItems } from './viewMenuItems.ts';

const after = (...actions: SavedViewsAction[]) => actions.reduce(reduceSavedViews, NO_SAVED_VIEWS);
const save = (name: string, search: string): SavedViewsAction => ({
  kind: 'save',
  name,
  search,
  now: 1,
});
const three = [save('A', '?tag=a'), save('B', '?tag=b'), save('C', '?tag=c')];

function menu(saved: typeof NO_SAVED_VIEWS, name: string | null, search = '', left?: string) {
  const dispatch = vi.fn<(action: SavedViewsAction) => void>();
  const items = viewMenuItems({
    saved,
    current: name === null ? undefined : findSavedView(saved, name),
    left: left === undefined ? undefined : findSavedView(saved, left),
    view: parseView(search),
    dispatch,
    ask: () => undefined,
    now: () => 9,
  });
  return {
    labels: items.map(({ label }) => label),
    /** What choosing it leads to. */
    choose(label: string) {
      items.find((item) => item.label === label)?.onSelect();
      return dispatch.mock.lastCall?.[0];
    },
  };
}

it('changes only the person’s own views', () => {
  expect(menu(after(), 'Active').labels).toEqual(['Open at start', 'Import views…']);
  expect(menu(after(), 'All').labels).toEqual(['Import views…']);
  expect(menu(after(...three), 'B').labels).toEqual([
    'Rename…',
    'Move left',
    'Move right',
    'Open at start',
    'Delete',
    'Export your views',
    'Import views…',
  ]);
});

it('moves a view as far as there is room', () => {
  const saved = after(...three);
  expect(menu(saved, 'A').labels).not.toContain('Move left');
  expect(menu(saved, 'C').labels).not.toContain('Move right');
  expect(menu(saved, 'C').choose('Move left')).toEqual({ kind: 'move', name: 'C', to: 1 });
  expect(menu(saved, 'A').choose('Move right')).toEqual({ kind: 'move', name: 'A', to: 1 });
});

it('sets and unsets the view that opens at start', () => {
  const saved = after(...three, { kind: 'default', name: 'B' });
  const none = { kind: 'default', name: null };
  expect(menu(saved, 'B').choose('No longer open at start')).toEqual(none);
  expect(menu(saved, 'All').choose('Open at start')).toEqual(none);
  expect(menu(saved, 'A').choose('Open at start')).toEqual({ kind: 'default', name: 'A' });
});

it('changes the view just left to what is shown', () => {
  const chosen = menu(after(...three), null, '?tag=b&open=x', 'A');
  expect(chosen.choose('Change “A” to what is shown')).toEqual({
    kind: 'save',
    name: 'A',
    search: '?tag=b',
    now: 9,
  });
});

it('knows which of two equal views was chosen', () => {
  const views = [{ name: 'Also failed', search: '?is=active' }];
  const saved = after({ kind: 'import', views });
  const view = parseView('?is=active&open=x');
  expect(currentView(saved, view, null)?.name).toBe('Active');
  expect(currentView(saved, view, 'Also failed')?.name).toBe('Also failed');
  expect(currentView(saved, parseView('?is=stalled'), 'Also failed')?.name).toBe('Stalled');
  expect(currentView(saved, parseView('?tag=a'), 'Also failed')).toBeUndefined();
});

it('suggests a name that says what is shown and is free', () => {
  const view = parseView('?status=FAILED&created=24h');
  expect(suggestName(after(), view)).toBe('Status is failed, created in the last 24 h');
  expect(suggestName(after(), parseView('?sort=-duration'))).toBe('Longest first');
  const taken = after(save('Longest first', '?tag=a'));
  expect(suggestName(taken, parseView('?sort=-duration'))).toBe('Longest first (2)');
});
