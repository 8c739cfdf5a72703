import { readApart } from './apart.ts';
import type { Container } from './format.ts';
import { openedHtml } from './html-parts.ts';
import { READ_AT_ONCE } from './limits.ts';

/** What pages, and pieces of pages, begin with; comments and declarations may stand before it. */
const START =
  /^(?:!doctype\s+html|(?:html|head|body|pre|p|div|article|section|main|header|nav|h[1-6]|table|ul|ol|dl|meta|title|span|center|font|blockquote|strong|b|em|cite|time|link|style|script|br)[\s/>])/i;
/** How far a head of comments is looked through (UTF-16). */
const LONGEST_HEAD = 10_000;

/** A web page, or a part of one. Who speaks is found in its text. */
export const html: Container = {
  id: 'html',
  name: 'Web page (HTML)',
  recognises: ({ text }) => text !== null && START.test(afterComments(text.slice(0, LONGEST_HEAD))),
  async read({ text }) {
    const written = text ?? '';
    return written.length > READ_AT_ONCE ? readApart({ reader: 'html' }, written) : openedHtml(written);
  },
};

/** What stands after the first `<` that opens an element; empty if the text begins with something else. */
function afterComments(head: string): string {
  let at = /^\uFEFF?\s*/.exec(head)?.[0].length ?? 0;
  while (head[at] === '<') {
    const ending = head.startsWith('<!--', at) ? '-->' : head.startsWith('<?', at) ? '>' : null;
    if (ending === null) return head.slice(at + 1);
    const end = head.indexOf(ending, at);
    if (end === -1) return '';
    at = end + ending.length;
    while (/\s/.test(head.charAt(at))) at++;
  }
  return '';
}
