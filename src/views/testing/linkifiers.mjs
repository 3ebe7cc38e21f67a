import { LinkifyIt } from 'linkify-it';
import { find } from 'linkifyjs';
import { micromark } from 'micromark';
import {
  gfmAutolinkLiteral,
  gfmAutolinkLiteralHtml,
} from 'micromark-extension-gfm-autolink-literal';

const linkifyIt = new LinkifyIt();

export const LINKIFIERS = {
  'linkify-it': (text) => (linkifyIt.match(text) ?? []).map(({ url }) => url),
  linkifyjs: (text) => find(text, 'url').map(({ href }) => href),
  'GitHub’s Markdown': (text) => {
    const html = micromark(text, {
      extensions: [gfmAutolinkLiteral()],
      htmlExtensions: [gfmAutolinkLiteralHtml()],
    });
    return [...html.matchAll(/href="([^"]*)"/g)].map(([, href = '']) =>
      href.replaceAll('&amp;', '&').replaceAll('&quot;', '"'),
    );
  },
};
