import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanToken } from './cleanToken.ts';
import { isToken, MAX_TOKEN_LENGTH } from './isToken.ts';

const TOKEN = 'pit_0123456789abcdef';

describe('a pasted token', () => {
  it.each([
    ['as it is', TOKEN],
    ['with white space around', `  \t${TOKEN}\r\n\n`],
    ['with a byte order mark and zero-width characters', `\ufeff\u200b${TOKEN}\u200d\u2060`],
    ['with no-break spaces', `\u00a0${TOKEN}\u202f`],
    ['in quotes', `"${TOKEN}"`],
    ['in single quotes', `'${TOKEN}'`],
    ['in back ticks', `\`${TOKEN}\``],
    ['in typographic quotes', `\u201c${TOKEN}\u201d`],
    ['in low quotes', `\u201e${TOKEN}\u201c`],
    ['with one quote only', `${TOKEN}"`],
    ['after Bearer', `Bearer ${TOKEN}`],
    ['after bearer, in any case', `bEARER   ${TOKEN}`],
    ['after a header name', `Authorization: Bearer ${TOKEN}`],
    ['after a header name without a space', `authorization:${TOKEN}`],
    ['as a shell line', `export PRIME_API_KEY=${TOKEN}`],
    ['as a shell line in quotes', `export PRIME_API_KEY="${TOKEN}"; `],
    ['as an .env line', `PRIME_API_KEY='${TOKEN}'`],
    ['as an .env line with spaces', `PRIME_API_KEY = ${TOKEN}`],
    ['as YAML', `PRIME_API_KEY: ${TOKEN}`],
    ['as JSON', `"PRIME_API_KEY": "${TOKEN}",`],
    ['as a JSON header', `"Authorization": "Bearer ${TOKEN}"`],
    ['as JSON within JSON', `\\"Authorization\\": \\"Bearer ${TOKEN}\\"`],
    ['as a curl option', `-H "Authorization: Bearer ${TOKEN}"`],
    ['as a curl option that goes on', `-H 'Authorization: Bearer ${TOKEN}' \\\n`],
    ['as a long curl option', `--header="Authorization: Bearer ${TOKEN}"`],
    ['as a curl option without a space', `-H"Authorization: Bearer ${TOKEN}"`],
    ['quoted as a whole', `export "PRIME_API_KEY=Bearer ${TOKEN}"`],
    ['wrapped twice', `Authorization: "Bearer 'Bearer ${TOKEN}'"`],
  ])('is found %s', (_how, pasted) => {
    expect(cleanToken(pasted)).toEqual({ token: TOKEN });
  });

  it.each([
    'demo',
    'x',
    'sk-live-1',
    'eyJhbGciOi.eyJzdWIi.c2ln-_',
    'exported',
    'bearer_1',
    'Bearer1',
    'authorization1',
    'PRIME_API_KEY1',
    '-Hx',
    'a"b',
    "it's;ok",
    'a,b;c\\d',
    'tail;',
  ])('is kept whole whatever it looks like: %s', (token) => {
    expect(cleanToken(token)).toEqual({ token });
  });

  it.each([
    '',
    '   ',
    '""',
    'Bearer',
    'Bearer ',
    'Authorization:',
    'PRIME_API_KEY=""',
    '\ufeff',
    '\\"',
  ])('is missed where there is none: %j', (pasted) => {
    expect(cleanToken(pasted)).toEqual({ problem: 'There is no token here. Paste an API token.' });
  });

  it.each([
    ['pit_0123456\nabcdef', 'There is a line break at character 12.'],
    ['  pit_0123456\r\nabcdef', 'There is a line break at character 12.'],
    ['abc\u2028def', 'There is a line break at character 4.'],
    ['abc\u2029def', 'There is a line break at character 4.'],
    ['abc def', 'There is a space at character 4.'],
    ['abc\u00a0def', 'There is a space at character 4.'],
    ['abc\tdef', 'There is a tab at character 4.'],
    ['abc\u200bdef', 'There is an invisible character (U+200B) at character 4.'],
    ['abc\u0000def', 'There is an invisible character (U+0000) at character 4.'],
    ['abcd\u00e9f', 'There is a character no token has (U+00E9) at character 5.'],
    ['\u{1f600}abc', 'There is a character no token has (U+1F600) at character 1.'],
    ['\ud800abc', 'There is a character no token has (U+D800) at character 1.'],
  ])('is not mended in the middle: %j', (pasted, sentence) => {
    expect(cleanToken(pasted)).toEqual({
      problem: `${sentence} Copy the token again, in one piece.`,
    });
  });

  it('fits a header of 4 KB with Bearer before it', () => {
    const longest = 'x'.repeat(MAX_TOKEN_LENGTH);
    expect(`Bearer ${longest}`).toHaveLength(4096);
    expect(cleanToken(`"${longest}"`)).toEqual({ token: longest });
    expect(cleanToken(`${longest}y`)).toEqual({
      problem: 'This is too long for a token: 4,090 characters, at most 4,089 pass.',
    });
  });

  it('is not dug out from under more than a hundred wrappings', () => {
    expect(cleanToken(`${'bearer '.repeat(100)}t1`)).toEqual({ token: 't1' });
    expect(cleanToken(`${'bearer '.repeat(101)}t1`)).toHaveProperty('problem');
  });

  it.each([
    ['t1', true],
    ['x'.repeat(MAX_TOKEN_LENGTH), true],
    ['x'.repeat(MAX_TOKEN_LENGTH + 1), false],
    ['', false],
    ['t 1', false],
    [['t1'], false],
    [undefined, false],
  ])('can be sent as it stands, or not: %j', (value, sendable) => {
    expect(isToken(value)).toBe(sendable);
  });

  it('is looked for in a megabyte without delay', () => {
    expect(cleanToken(' '.repeat(1e6) + TOKEN + ' '.repeat(1e6))).toEqual({ token: TOKEN });
    expect(cleanToken('" '.repeat(5e5))).toHaveProperty('problem');
    expect(cleanToken('a '.repeat(5e5))).toHaveProperty('problem');
    expect(cleanToken('x'.repeat(1e6))).toHaveProperty('problem');
  });
});

/** Any code units, lone surrogates too. */
const anyText = fc.string({
  unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
});

const wrap = fc.constantFrom<(text: string) => string>(
  (text) => ` ${text}`,
  (text) => `${text}\r\n`,
  (text) => `\ufeff${text}\u200b`,
  (text) => `"${text}"`,
  (text) => `'${text}'`,
  (text) => `\u201c${text}\u201d`,
  (text) => `Bearer ${text}`,
  (text) => `bearer\t${text}`,
  (text) => `Authorization: ${text}`,
  (text) => `export PRIME_API_KEY=${text}`,
  (text) => `PRIME_API_KEY=${text}`,
  (text) => `-H "${text}"`,
  (text) => `-H '${text}' \\`,
);
const wraps = fc.array(wrap, { maxLength: 8 });
const visible = fc.string({
  unit: fc.integer({ min: 0x21, max: 0x7e }).map((n) => String.fromCharCode(n)),
});
/** Letters at both ends keep it from looking like a quote or the start of a header. */
const token = visible.map((middle) => `x${middle}x`);

describe('any token', () => {
  it('comes out of every combination of wrappings unchanged', () => {
    fc.assert(
      fc.property(token, wraps, (text, around) => {
        const pasted = around.reduce((inner, one) => one(inner), text);
        expect(cleanToken(pasted)).toEqual({ token: text });
      }),
    );
  });

  it('is not cleaned further the second time', () => {
    fc.assert(
      fc.property(fc.string(), wraps, (text, around) => {
        const once = cleanToken(around.reduce((inner, one) => one(inner), text));
        if ('token' in once) expect(cleanToken(once.token)).toEqual(once);
      }),
    );
  });

  it('that is accepted can be sent in a header', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const cleaned = cleanToken(text);
        if (!('token' in cleaned)) return;
        expect(isToken(cleaned.token)).toBe(true);
        const headers = new Headers({ authorization: `Bearer ${cleaned.token}` });
        expect(headers.get('authorization')).toBe(`Bearer ${cleaned.token}`);
      }),
    );
  });

  it('is not quoted by the problem that is found in it', () => {
    const half = fc.string({
      unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789_'),
      minLength: 12,
      maxLength: 40,
    });
    const flaw = fc.constantFrom('\n', ' ', '\t', '\u200b', '\u00e9', '\u{1f600}', '\u0000');
    fc.assert(
      fc.property(half, flaw, half, (before, middle, after) => {
        const cleaned = cleanToken(before + middle + after);
        expect(cleaned).toHaveProperty('problem');
        const said = 'problem' in cleaned ? cleaned.problem : '';
        expect(said).not.toContain(before);
        expect(said).not.toContain(after);
        expect(said).toContain(`character ${before.length + 1}.`);
      }),
    );
  });
});

describe('what is stored or handed over', () => {
  it.each(['', 'a b', 'a\n', 'é', 'x'.repeat(MAX_TOKEN_LENGTH + 1)])('is no token: %j', (text) => {
    expect(isToken(text)).toBe(false);
  });
});
