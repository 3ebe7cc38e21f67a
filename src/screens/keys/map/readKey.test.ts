// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest';
import { readKey, targetOf } from './readKey.ts';

afterEach(() => {
  document.body.innerHTML = '';
});

const HELD = { pending: null, singleKeys: true };

function targetIn(html: string) {
  document.body.innerHTML = html;
  return targetOf(document.querySelector('#here'));
}

it.each([
  ['text', '<input id="here">'],
  ['text', '<input id="here" type="search">'],
  ['text', '<textarea id="here"></textarea>'],
  ['text', '<select id="here"></select>'],
  ['text', '<div contenteditable="true"><b id="here"></b></div>'],
  ['text', '<div role="combobox" id="here"></div>'],
  ['overlay', '<dialog open><input id="here"></dialog>'],
  ['overlay', '<dialog open></dialog><button id="here">Behind it</button>'],
  ['overlay', '<div popover="auto"><button id="here">Item</button></div>'],
  ['overlay', '<div role="menu"><button id="here">Item</button></div>'],
  ['row', '<div role="row" data-row="b1" id="here"></div>'],
  ['other', '<div role="row" id="here">Header</div>'],
  ['control', '<div role="row" data-row="b1"><button id="here">Open</button></div>'],
  ['control', '<a href="/"><span id="here"></span></a>'],
  ['control', '<input type="checkbox" id="here">'],
  ['control', '<summary id="here"></summary>'],
  ['other', '<pre id="here"></pre>'],
])('takes for %s: %s', (target, html) => {
  expect(targetIn(html)).toBe(target);
});

it('takes the page for the page only where it does not scroll by itself', () => {
  expect(targetOf(document.body)).toBe('page');
  Object.defineProperty(document.documentElement, 'scrollHeight', {
    configurable: true,
    value: 2000,
  });
  expect(targetOf(document.body)).toBe('other');
  Reflect.deleteProperty(document.documentElement, 'scrollHeight');
});

it('hears no modifier alone and no text being composed', () => {
  expect(readKey(new KeyboardEvent('keydown', { key: 'Shift' }), HELD)).toBeNull();
  const composing = new KeyboardEvent('keydown', { key: 'j' });
  Object.defineProperty(composing, 'isComposing', { value: true });
  expect(readKey(composing, HELD)).toBeNull();
  expect(readKey(new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229 }), HELD)).toBeNull();
  expect(readKey(new KeyboardEvent('keydown', {}), HELD)).toBeNull();
});

it('reads a key with what was held', () => {
  const event = new KeyboardEvent('keydown', { key: 'K', code: 'KeyK', shiftKey: true });
  expect(readKey(event, { pending: 'g', singleKeys: false })).toMatchObject({
    key: 'K',
    shift: true,
    ctrl: false,
    target: 'other',
    pending: 'g',
    singleKeys: false,
  });
});
