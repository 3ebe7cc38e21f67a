import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { characters } from '../../lib/testing/characters.ts';
import { runs } from '../../lib/testing/runs.ts';
import { parseView } from '../address/parseView.ts';
import { reduceSavedViews, type SavedViewsAction } from './reduceSavedViews.ts';
import {
  BUILT_IN_VIEWS,
  cleanName,
  findSavedView,
  listSavedViews,
  NO_SAVED_VIEWS,
  nameProblem,
  offeredName,
  type SavedViews,
  savedViewOf,
} from './SavedViews.ts';
import { parseSavedViews, printSavedViews } from './savedViewsFile.ts';

const after = (...actions: SavedViewsAction[]): SavedViews =>
  actions.reduce(reduceSavedViews, NO_SAVED_VIEWS);
const save = (name: string, search: string, now = 1): SavedViewsAction => ({
  kind: 'save',
  name,
  search,
  now,
});
const names = (state: SavedViews) => state.own.map(({ name }) => name);
const two = [save('Nightly', '?tag=nightly'), save('GPU', '?q=cuda')];

describe('saved views', () => {
  it('come with built-in ones whose addresses are settled', () => {
    expect(listSavedViews(NO_SAVED_VIEWS).map(({ name }) => name)).toEqual([
      'All',
      'Active',
      'Failed in the last 24 h',
      'Stalled',
      'Finished today',
    ]);
    for (const { name, search } of BUILT_IN_VIEWS) {
      expect(parseView(search).unknown).toEqual([]);
      expect(savedViewOf(NO_SAVED_VIEWS, parseView(search))?.name).toBe(name);
    }
  });

  it('are saved without what is open, the name offered, and a token', () => {
    const state = after(save('  My\n view ', 'status=failed&open=a&view=x&token=abc&nope=1', 7));
    expect(state.own).toEqual([{ name: 'My view', search: '?status=FAILED&nope=1', openedAt: 7 }]);
    expect(savedViewOf(state, parseView('?nope=1&status=FAILED&open=b'))?.name).toBe('My view');
  });

  it('take a new address under the same name', () => {
    expect(after(...two, save('nightly', '?tag=dev', 9)).own).toEqual([
      { name: 'nightly', search: '?tag=dev', openedAt: 9 },
      { name: 'GPU', search: '?q=cuda', openedAt: 1 },
    ]);
  });

  it('are renamed, but not to a name that is taken', () => {
    const renamed = after(
      ...two,
      { kind: 'default', name: 'gpu' },
      { kind: 'rename', from: 'gpu', to: 'CUDA' },
    );
    expect(names(renamed)).toEqual(['Nightly', 'CUDA']);
    expect(renamed.defaultName).toBe('CUDA');
    for (const to of ['NIGHTLY', 'all', ' \u200b ']) {
      expect(names(after(...two, { kind: 'rename', from: 'GPU', to }))).toEqual(['Nightly', 'GPU']);
    }
    expect(nameProblem(renamed, 'Nightly')).toBe('There is a view “Nightly” already.');
    expect(nameProblem(renamed, 'nightly', 'Nightly')).toBeNull();
    expect(nameProblem(renamed, ' ')).toBe('A view needs a name.');
  });

  it('do not take the names of built-in ones', () => {
    expect(after(save('active', '?q=x'))).toEqual(NO_SAVED_VIEWS);
    expect(after({ kind: 'delete', name: 'All' })).toEqual(NO_SAVED_VIEWS);
  });

  it('are put in another order', () => {
    const three = [...two, save('Web', '?image=web')];
    const moved = (name: string, to: number) => names(after(...three, { kind: 'move', name, to }));
    expect(moved('Web', 0)).toEqual(['Web', 'Nightly', 'GPU']);
    expect(moved('Nightly', 1)).toEqual(['GPU', 'Nightly', 'Web']);
    expect(moved('Nightly', 99)).toEqual(['GPU', 'Web', 'Nightly']);
    expect(moved('All', 1)).toEqual(['Nightly', 'GPU', 'Web']);
  });

  it('come back after a deletion as they were', () => {
    const before = after(...two, { kind: 'default', name: 'Nightly' });
    const gone = reduceSavedViews(before, { kind: 'delete', name: 'Nightly' });
    expect(names(gone)).toEqual(['GPU']);
    expect(gone.defaultName).toBeNull();
    expect(reduceSavedViews(gone, { kind: 'undo' })).toEqual(before);
    const retaken = [save('Nightly', '?q=new'), { kind: 'undo' as const }];
    expect(names(retaken.reduce(reduceSavedViews, gone))).toEqual([
      'Nightly (2)',
      'GPU',
      'Nightly',
    ]);
  });

  it('remember when they were last opened', () => {
    const state = after(
      ...two,
      { kind: 'open', name: 'gpu', now: 5 },
      { kind: 'open', name: 'All', now: 6 },
    );
    expect(findSavedView(state, 'GPU')?.openedAt).toBe(5);
    expect(findSavedView(state, 'All')?.openedAt).toBe(6);
    expect(findSavedView(state, 'Active')?.openedAt).toBeNull();
  });

  it('are offered by a link that names one', () => {
    const state = after(...two);
    expect(offeredName(state, parseView('?tag=nightly'))).toBeNull();
    expect(offeredName(state, parseView('?tag=nightly&view=Nightly'))).toBeNull();
    expect(offeredName(state, parseView('?tag=dev&view=Dev'))).toBe('Dev');
    expect(offeredName(state, parseView('?tag=dev&view=nightly'))).toBe('nightly (2)');
  });

  it('merge with imported ones by name', () => {
    const views = [
      { name: 'Nightly', search: '?tag=nightly' },
      { name: 'gpu', search: '?q=rocm' },
      { name: 'Web', search: '?image=web' },
      { name: '', search: '?image=x' },
    ];
    const state = after(...two, { kind: 'import', views });
    expect(names(state)).toEqual(['Nightly', 'GPU', 'gpu (2)', 'Web']);
  });
});

describe('a file of saved views', () => {
  const actions = fc.oneof(
    fc.record({
      kind: fc.constant('save' as const),
      name: fc.string({ unit: characters, maxLength: 70 }),
      search: fc.string({ maxLength: 20 }),
      now: fc.integer(),
    }),
    fc.record({
      kind: fc.constant('open' as const),
      name: fc.constantFrom('All', 'Active'),
      now: fc.nat(),
    }),
    fc.record({ kind: fc.constant('default' as const), name: fc.constantFrom('All', null) }),
  );

  it('of 600,001 views is cut, with the size said, and never throws', () => {
    const { state, problems } = parseSavedViews(`[${'0,'.repeat(600_000)}0]`);
    expect(state.own).toEqual([]);
    expect(problems[0]).toBe('Only the first 1,000 of 600,001 views were read.');
    expect(problems.length).toBeLessThan(1100);
  });

  it('keeps all there is to keep on this device', () => {
    fc.assert(
      fc.property(fc.array(actions, { maxLength: 8 }), (list) => {
        const state = after(...list);
        const { state: again, problems } = parseSavedViews(printSavedViews(state, true));
        expect(problems).toEqual([]);
        expect(again).toEqual(state);
      }),
      { numRuns: runs(1000) },
    );
  });

  it('shares names and addresses alone', () => {
    const state = after(...two, { kind: 'default', name: 'GPU' });
    const { state: again } = parseSavedViews(printSavedViews(state, false));
    expect(again.own.map(({ openedAt }) => openedAt)).toEqual([null, null]);
    expect(again.defaultName).toBeNull();
    expect(names(again)).toEqual(names(state));
  });

  it('is read as far as it can be', () => {
    const text = JSON.stringify({
      version: 2,
      views: [
        { name: 'A', url: 'https://builds.test/?status=failed&token=abc#x' },
        { name: 'B' },
        7,
        { name: 'C', search: 'q=c' },
      ],
      opened: { All: 'soon', __proto__: 1 },
      defaultName: 'nobody',
    });
    const { state, problems } = parseSavedViews(text);
    expect(state.own).toEqual([
      { name: 'A', search: '?status=FAILED', openedAt: null },
      { name: 'C', search: '?q=c', openedAt: null },
    ]);
    expect(state.defaultName).toBeNull();
    expect(problems).toEqual([
      'This file is of a newer version; what it adds was left out.',
      'View 2 has no name or no address and was left out.',
      'View 3 has no name or no address and was left out.',
    ]);
    expect(names(parseSavedViews('[{"name":"A","search":""}]').state)).toEqual(['A']);
  });

  it.each(['', '{', 'null', '7', '{}', '{"views":7}', 'x'.repeat(2_000_001)])(
    'is refused in one sentence when it is none',
    (text) => {
      const { state, problems } = parseSavedViews(text);
      expect(state).toEqual(NO_SAVED_VIEWS);
      expect(problems).toHaveLength(1);
    },
  );

  it('has names on one line that stay the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: characters, maxLength: 200 }), (name) => {
        const clean = cleanName(name);
        expect(cleanName(clean)).toBe(clean);
      }),
      { numRuns: runs(1000) },
    );
  });
});
