// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';
import { surviveTranslation } from './surviveTranslation.ts';

let parent: HTMLElement;
let text: Text;
let last: HTMLElement;

beforeEach(() => {
  parent = document.createElement('p');
  text = document.createTextNode('builds');
  last = document.createElement('b');
  parent.append(text, last);
  const { insertBefore, removeChild } = Node.prototype;
  surviveTranslation(Node.prototype);
  return () => Object.assign(Node.prototype, { insertBefore, removeChild });
});

/** Puts the text into an element of the translator's own. */
function wrap(): void {
  const font = document.createElement('font');
  text.replaceWith(font);
  font.append(text);
}

it('inserts and removes as ever where nothing was moved', () => {
  parent.insertBefore(document.createElement('i'), last);
  parent.removeChild(text);
  parent.insertBefore(document.createElement('u'), null);
  expect(parent.innerHTML).toBe('<i></i><b></b><u></u>');
});

it('removes what stands in for a node that was wrapped', () => {
  wrap();
  expect(parent.removeChild(text)).toBe(text);
  expect(parent.innerHTML).toBe('<b></b>');
});

it('inserts before what stands in for a node that was wrapped', () => {
  wrap();
  parent.insertBefore(document.createElement('i'), text);
  expect(parent.innerHTML).toBe('<i></i><font>builds</font><b></b>');
});

it('leaves all else in place when a node is gone', () => {
  text.remove();
  parent.removeChild(text);
  parent.insertBefore(document.createElement('i'), text);
  expect(parent.innerHTML).toBe('<b></b><i></i>');
});
