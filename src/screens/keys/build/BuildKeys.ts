import { flushSync } from 'react-dom';
import { plural } from '../../../lib/number.ts';
import { preferredZone } from '../../../ui/dayZone.ts';
import type { Column } from '../../../views/address/View.ts';
import { cellTerm, withFilter, withLens, withOpen, zoneOf } from '../../../views/editView.ts';
import { withTerm } from '../../../views/query/editFilter.ts';
import { offeredCommand } from '../../frame/commands/usePageCommands.ts';
import type { BuiltInKey, Command, LensKey } from '../map/keyMap.ts';
import { viewForKey } from '../map/viewKeys.ts';
import { announce, withdraw } from './announce.ts';
import { cellText, columnOf } from './cellText.ts';
import { copyBuild } from './copyBuild.ts';
import { tickRange, toggleTicked } from './extendTicked.ts';
import { activePosition, goToFailure, move, startPosition } from './goToRow.ts';
import type { KeyContext } from './KeyContext.ts';
import { isInTable } from './tableBox.ts';
import { watchRow } from './watchRow.ts';

/** What is done with a build alone, so not on other lenses. */
const OF_BUILDS: ReadonlySet<Command['do']> = new Set(['copy', 'select', 'filter']);

/** Does what the keys say, on the screen as `read` gives it at that moment. */
export class BuildKeys {
  readonly #read: () => KeyContext;
  /** Where a range begins: the build ticked last. */
  #lastTicked: string | null = null;
  /** What was said last of ticks, and of which. */
  #said: { readonly ticked: ReadonlySet<string>; readonly number: number } | null = null;

  constructor(read: () => KeyContext) {
    this.#read = read;
  }

  /** False when there was nothing to do and the key is the browser's. */
  run(command: Command, target: EventTarget | null): boolean {
    const now = this.#read();
    if (OF_BUILDS.has(command.do) && now.view.lens !== 'builds') {
      announce('This is for builds: g b goes to them.');
      return true;
    }
    switch (command.do) {
      case 'move':
        return move(now, command.to, target);
      case 'toggle':
        return toggle(now, target);
      case 'escape':
        return this.#escape(target);
      case 'failure':
        goToFailure(now, command.step);
        return true;
      case 'search':
        now.search.current?.focus();
        now.search.current?.select();
        return true;
      case 'copy':
        copyBuild(now, command.what);
        return true;
      case 'select':
        this.#select(command.range);
        return true;
      case 'filter':
        this.#filter(command.not, target);
        return true;
      case 'go':
        this.#go(command.view, target);
        return true;
      case 'lens':
        return this.#goToLens(command.key);
      case 'watch':
        watchRow(now);
        return true;
      case 'refresh':
        now.replica.refresh();
        announce('Looking at the list again.');
        return true;
      case 'offered': {
        const offered = offeredCommand(command.key);
        offered?.run();
        return offered !== undefined;
      }
      case 'sheet':
        now.openSheet();
        return true;
      case 'palette':
        now.openPalette();
        return true;
    }
  }

  /** Opens a build, and brings the focus to it where the view shows it. May be handed on alone. */
  readonly showBuild = (id: string): void => {
    const { actions } = this.#read();
    flushSync(() => actions.push((view) => withOpen(view, id, true)));
    const { rows, table } = this.#read();
    const position = rows.positionOf(id);
    if (position !== null) table.current?.focusRow(position);
  };

  #select(range: boolean): void {
    const now = this.#read();
    const { active, ticked, rows } = now;
    if (active === null || activePosition(now) === null) {
      announce('Go to a build first.');
      return;
    }
    const next = range
      ? tickRange(ticked, rows, this.#lastTicked, active)
      : toggleTicked(ticked, active);
    this.#lastTicked = active;
    this.#tick(now, next, `${plural(next.size, 'build', 'builds')} selected.`);
  }

  #tick(now: KeyContext, ticked: ReadonlySet<string>, says: string): void {
    now.setTicked(ticked);
    this.#said = { ticked, number: announce(says) };
  }

  /** Hears what is ticked as it is drawn: what was said of other ticks is withdrawn. */
  readonly drawn = (ticked: ReadonlySet<string>): void => {
    if (this.#said === null || this.#said.ticked === ticked) return;
    withdraw(this.#said.number);
    this.#said = null;
  };

  #filter(not: boolean, target: EventTarget | null): void {
    const now = this.#read();
    const position = activePosition(now);
    if (position === null) {
      announce('Go to a build first.');
      return;
    }
    this.#filterBy(position, columnOf(target), not, target);
  }

  /** Filters by the cell that was clicked, or by all but it. False where there is no cell. */
  filterByClick(target: EventTarget | null, not: boolean): boolean {
    if (this.#read().view.lens !== 'builds') return false;
    if (!(target instanceof Element) || target.closest('a, button, input')) return false;
    const cell = target.closest('[data-column]');
    const row = cell?.closest<HTMLElement>('[data-row]');
    const position = this.#read().rows.positionOf(row?.dataset['row'] ?? '');
    if (position === null) return false;
    this.#filterBy(position, columnOf(target), not, target);
    return true;
  }

  #filterBy(position: number, column: Column, not: boolean, target: EventTarget | null): void {
    const now = this.#read();
    const zone = zoneOf(now.view, preferredZone());
    const term = cellTerm(column, cellText(now.rows.at(position), column), not, zone);
    if (term === null) {
      announce('There is nothing to filter by in this cell.');
      return;
    }
    this.#keepingFocus(target, () =>
      now.actions.push((view) => withFilter(view, withTerm(view.filter, term))),
    );
  }

  #go(key: BuiltInKey | number, target: EventTarget | null): void {
    const { views, goToView } = this.#read();
    const view = viewForKey(views, key);
    if (view === undefined) {
      announce(`You have no view ${key} of your own.`);
      return;
    }
    this.#keepingFocus(target, () => goToView(view));
    announce(`View: ${view.name}`);
  }

  #goToLens(key: LensKey): boolean {
    const { lenses, actions } = this.#read();
    const lens = lenses.find((each) => each.key === key);
    if (lens === undefined) return false;
    flushSync(() => actions.push((view) => withLens(view, lens.lens)));
    announce(`Lens: ${lens.label}`);
    return true;
  }

  /** A row that the change leaves out would take the focus with it: the first one has it then. */
  #keepingFocus(target: EventTarget | null, change: () => void): void {
    const inTable = isInTable(target);
    flushSync(change);
    const now = this.#read();
    if (inTable && now.rows.count > 0) now.table.current?.focusRow(activePosition(now) ?? 0);
  }

  #escape(target: EventTarget | null): boolean {
    const now = this.#read();
    const { active, ticked, table } = now;
    if (target instanceof HTMLElement && target === now.search.current) {
      const position = activePosition(now) ?? startPosition(now);
      if (position === null) target.blur();
      else table.current?.focusRow(position);
      return true;
    }
    if (target instanceof Element && target.matches('input, textarea, select')) return false;
    const position = activePosition(now);
    if (
      active !== null &&
      position !== null &&
      isInTable(target) &&
      now.view.open.includes(active)
    ) {
      now.actions.push((view) => withOpen(view, active, false));
      table.current?.focusRow(position);
      return true;
    }
    if (ticked.size === 0) return false;
    this.#lastTicked = null;
    this.#tick(now, new Set(), 'Nothing is selected any more.');
    return true;
  }
}

function toggle({ lensRows }: KeyContext, target: EventTarget | null): boolean {
  const key = target instanceof HTMLElement ? target.dataset['row'] : undefined;
  if (key === undefined || lensRows.current === null) return false;
  lensRows.current.toggle(key);
  return true;
}
