import { decodeHTMLStrict } from 'entities/decode';
import { Parser } from 'htmlparser2';
import { type SourcePart, sourceOf } from '../core/transcript/source.ts';
import { languageFacts } from './facts.ts';
import { type Container, type Facts, FormatError, type OpenedSource } from './format.ts';
import { secondsIn } from './json/fields.ts';

/** YouTube's captions as XML (srv1 to srv3), and timed text (TTML, DFXP), after a declaration and comments. */
const START = /<(?:[a-z]+:)?(?:transcript|timedtext|tt)[\s>]/i;
const LONGEST_HEAD = 5_000;
/** Deeper than any captions are. */
const DEEPEST = 100;

/** Captions in XML: a part per caption, with its time. */
export const captionXml: Container = {
  id: 'caption-xml',
  name: 'Captions in XML (TTML, YouTube)',
  recognises({ text }) {
    const head = text?.slice(0, LONGEST_HEAD) ?? '';
    return /^\uFEFF?\s*</.test(head) && (START.exec(head)?.index ?? LONGEST_HEAD) === firstElement(head);
  },
  async read({ text }) {
    return openedCaptions(text ?? '');
  },
};

/** Where the first element begins that is no declaration and no comment; -1 if there is none. */
function firstElement(head: string): number {
  return head.replaceAll(/<!--[^>]*>|<\?[^>]*>/g, (found) => ' '.repeat(found.length)).indexOf('<');
}

function openedCaptions(xml: string): OpenedSource {
  const parts: SourcePart[] = [];
  let facts: Facts = {};
  let depth = 0;
  let place = 0;
  let caption: { depth: number; time: number | null; texts: string[] } | null = null;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth++;
        if (depth > DEEPEST)
          throw new FormatError('The captions are nested too deeply to be read. Save them as VTT or SRT.');
        const language = attributes['xml:lang'];
        if (depth === 1 && language) facts = languageFacts(language);
        const plain = name.replace(/^[a-z]+:/i, '').toLowerCase();
        if (plain === 'br') caption?.texts.push(' ');
        if (caption === null && (plain === 'text' || plain === 'p'))
          caption = { depth, time: timeIn(attributes), texts: [] };
      },
      ontext: (text) => caption?.texts.push(text),
      onclosetag() {
        if (caption?.depth === depth) {
          place++;
          const text = seen(caption.texts.join(''));
          if (text !== '') parts.push({ place, text, label: null, time: caption.time });
          caption = null;
        }
        depth--;
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return { source: sourceOf('part', parts, ' '), facts, notes: [] };
}

/** `start` is in seconds and `t` in milliseconds at YouTube; `begin` is `00:00:01.500` or `1.5s`. */
function timeIn({ start, t, begin }: Record<string, string>): number | null {
  return t === undefined ? secondsIn(start ?? begin) : secondsIn(t, 1_000);
}

/** YouTube's older captions have their entities encoded twice. */
function seen(text: string): string {
  return decodeHTMLStrict(text)
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\p{Surrogate}/gu, '\uFFFD')
    .trim();
}
