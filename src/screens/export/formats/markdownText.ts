/**
 * Text from elsewhere as a code span, so that nothing in it is read as Markdown, as a link, or
 * as a mention of somebody. One line in, one line out.
 */
export function codeSpan(text: string): string {
  if (text === '') return '';
  return /[`\r\n]|^ | $/.test(text) ? codeElement(text) : `\`${text}\``;
}

/**
 * The same for a cell of a table, where a bar would end the cell (GitHub Flavored Markdown 4.10).
 * Readers differ about a backslash before an escaped bar, so such text is spelled in entities.
 */
export function codeCell(text: string): string {
  if (text.includes('|')) {
    return text.includes('\\') ? codeElement(text) : codeSpan(text).replaceAll('|', '\\|');
  }
  return codeSpan(text);
}

/** Words of ours that stand in Markdown beside words of the API. */
export function escapeWords(text: string): string {
  return /^(?:[\p{L}\p{N} :;,%()–-]|(?<=\d)\.(?=\d))*$/u.test(text) ? text : codeElement(text);
}

/** Text of many lines as a fenced block, whatever fences it holds itself. */
export function fencedBlock(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text}${text.endsWith('\n') ? '' : '\n'}${fence}\n`;
}

function codeElement(text: string): string {
  const spelled = text.replace(/[!-/:-@[-`{-~\r\n]/g, (mark) => `&#${mark.charCodeAt(0)};`);
  return `<code>${spelled}</code>`;
}
