// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAddress } from '../../frame/view/address.ts';
import { SAVED_VIEWS_KEY } from './keptKeys.ts';
import { isFreshStart, startViews } from './startViews.ts';
import { pageSavedViews } from './useSavedViews.ts';

const typed = (type: string) => ({ getEntriesByType: () => [{ type } as never] });

beforeEach(() => {
  const views = pageSavedViews();
  views.dispatch({ kind: 'save', name: 'Nightly', search: '?tag=night', now: 1 });
  views.dispatch({ kind: 'default', name: 'Nightly' });
});
afterEach(() => localStorage.clear());

function opened(search: string) {
  window.history.replaceState(null, '', `/${search}`);
  return createAddress(window);
}

describe('the start of the page', () => {
  it('shows the default view at an empty address, in the same entry', async () => {
    const address = opened('');
    const entries = window.history.length;
    await startViews(address, window);
    expect(address.get()).toBe('?tag=night');
    expect(window.history.length).toBe(entries);
  });

  it('shows what the address says', async () => {
    const address = opened('?status=FAILED');
    await startViews(address, window);
    expect(address.get()).toBe('?status=FAILED');
  });

  it('does not disturb a person who went on meanwhile', async () => {
    const address = opened('');
    const started = startViews(address, window);
    address.push('?is=active');
    await started;
    expect(address.get()).toBe('?is=active');
  });

  it('shows all builds after a reload of all builds', async () => {
    vi.spyOn(performance, 'getEntriesByType').mockReturnValue([{ type: 'reload' } as never]);
    const address = opened('');
    await startViews(address, window);
    expect(address.get()).toBe('');
  });

  it('shows all builds where there is no default, or storage is switched off', async () => {
    localStorage.removeItem(SAVED_VIEWS_KEY);
    const address = opened('');
    await startViews(address, window);
    expect(address.get()).toBe('');
    const closed = {
      performance,
      get localStorage(): Storage {
        throw new DOMException('No.', 'SecurityError');
      },
    };
    await startViews(address, closed as Window);
    expect(address.get()).toBe('');
  });

  it('is fresh but for a reload and a way back', () => {
    expect(isFreshStart(typed('navigate'))).toBe(true);
    expect(isFreshStart(typed('reload'))).toBe(false);
    expect(isFreshStart(typed('back_forward'))).toBe(false);
    expect(isFreshStart({ getEntriesByType: () => [] })).toBe(true);
  });
});
