import { Parser } from 'htmlparser2';
import { type SourcePart, sourceOf } from '../core/transcript/source.ts';
import { areSentences, goesOn } from './broken-lines.ts';
import { dateFacts, languageFacts, titleFacts } from './facts.ts';
import { type Facts, FormatError, type Look, type OpenedSource } from './format.ts';

/** Nobody's words, or nothing that is seen. */
const PASSED_OVER: ReadonlySet<string> = new Set(
  'aside audio button canvas datalist embed figcaption iframe map nav noscript object script select style svg template textarea title video'.split(
    ' ',
  ),
);
const STRONG: ReadonlySet<string> = new Set(['b', 'strong', 'em', 'i']);
/** A time that may stand before a name. */
const TIME_BEFORE = /^[\s[(]*\d{1,3}:\d\d(?::\d\d)?[\s\])]*$/;
/** The heads of a page are nobody's words; those of an article in it may name who speaks. */
const HEADS: ReadonlySet<string> = new Set(['header', 'footer']);
const ARTICLES: ReadonlySet<string> = new Set(['article', 'section', 'li', 'blockquote']);
/** What begins a line of its own, and ends the one before. */
const BLOCKS: ReadonlySet<string> = new Set(
  'address article blockquote body caption center dd details dialog div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr html li main ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
/** The share of a page's words that its main part or only article has at least, if these are all that it has to say. */
const MAIN_SHARE = 0.6;
/** Old pages do not close what they open, once for each paragraph; a page that goes deeper was made to do harm. */
const DEEPEST = 20_000;
/** Some pages have lines of marks that are not seen. */
const VISIBLE = /[^\s\p{Cf}]/u;
/** A cell that is longer is no name beside which words stand (UTF-16). */
const LONGEST_CELL = 80;

/** A line as it is seen. */
export interface HtmlLine {
  text: string;
  /** Where it begins in the page (UTF-16). */
  offset: number;
  startsParagraph: boolean;
  look: Look | null;
}

/** A line while it is read. */
interface Line extends HtmlLine {
  /** Blanks before it, in preformatted text; null in any other. */
  indent: number | null;
  isInMain: boolean;
  isInArticle: boolean;
}

/** What is seen of a page, and what it says about itself. */
export interface HtmlText {
  lines: HtmlLine[];
  facts: Facts;
}

/**
 * Reads a web page to its end at once: a part per line or paragraph. Places are lines of the file; where two parts are on one, as
 * in a page without line breaks, they are numbered as paragraphs.
 */
export function openedHtml(html: string): OpenedSource {
  const { lines, facts } = htmlText(html, { keepsBlanks: false });
  const places = linesOf(html, lines);
  const areLines = places.every((place, at) => at === 0 || place > (places[at - 1] ?? 0));
  return openedLines(lines, facts, areLines ? places : null);
}

/**
 * What is read of lines.
 * @param places the lines of the file; null if paragraphs are counted instead
 */
export function openedLines(
  lines: readonly HtmlLine[],
  facts: Facts,
  places: readonly number[] | null,
): OpenedSource {
  const parts: SourcePart[] = lines.map(({ text }, at) => ({
    place: places?.[at] ?? at + 1,
    text,
    label: null,
    time: null,
  }));
  const groups = lines.flatMap(({ startsParagraph }, at) => (startsParagraph || at === 0 ? [at] : []));
  const looks = new Map(lines.flatMap(({ look }, at) => (look ? [[at, look] as const] : [])));
  return {
    source: sourceOf(places ? 'line' : 'paragraph', parts),
    facts,
    notes: [],
    ...(groups.length < lines.length && { groups }),
    ...(looks.size > 0 && { looks }),
  };
}

/**
 * Reads what is seen of HTML, in one pass and without a tree, so that no depth is too much.
 * @param options `keepsBlanks`: whether blanks and tabs count, as in a document of Word, and not only in preformatted text
 */
export function htmlText(html: string, { keepsBlanks }: { keepsBlanks: boolean }): HtmlText {
  const reader = new HtmlReader(keepsBlanks);
  const parser = new Parser({
    onopentag: (name, attributes) => reader.open(name, attributes),
    ontext: (text) => reader.text(text, parser.startIndex),
    onclosetag: (name) => reader.close(name),
  });
  parser.end(html);
  return reader.end();
}

class HtmlReader {
  private readonly keepsBlanks: boolean;
  private readonly lines: Line[] = [];
  private readonly about: { titles: string[]; dates: string[]; languages: string[] } = {
    titles: [],
    dates: [],
    languages: [],
  };
  private title = '';
  /** How many elements are open, and at which depth one began that is passed over. */
  private depth = 0;
  private passedOver: number | null = null;
  private readonly within = { title: 0, main: 0, article: 0, anyArticle: 0, pre: 0, strong: 0, item: 0 };
  private articles = 0;
  private pieces: string[] = [];
  private offset: number | null = null;
  private startsParagraph = true;
  /** After how many pieces the bold or italics ended with which the line begins; null if it does not, or they go on. */
  private strong: { isAtStart: boolean; end: number | null } = { isAtStart: false, end: null };
  private heading: number | null = null;
  /** In a row of a table: where in `lines` the cell began, and whether the next line stands beside the last one. */
  private cell = { start: 0, standsBeside: false };

  constructor(keepsBlanks: boolean) {
    this.keepsBlanks = keepsBlanks;
  }

  open(name: string, attributes: Record<string, string>): void {
    this.depth++;
    if (this.depth > DEEPEST)
      throw new FormatError('The page is nested too deeply to be read. Save the transcript as plain text.');
    this.note(name, attributes);
    if (this.passedOver === null && this.isPassedOver(name, attributes)) this.passedOver = this.depth;
    if (name === 'title' && this.passedOver === this.depth) this.within.title++;
    if (this.passedOver !== null) return;
    if (name === 'br') this.lineBreak();
    else if (BLOCKS.has(name)) this.block();
    if (name === 'tr') this.cell = { start: this.lines.length, standsBeside: false };
    if (name === 'td' || name === 'th') this.beginCell();
    this.enter(name, 1);
  }

  close(name: string): void {
    if (this.passedOver === null) {
      if (BLOCKS.has(name)) this.block();
      this.enter(name, -1);
    }
    if (name === 'title' && this.passedOver === this.depth) this.within.title--;
    if (this.passedOver === this.depth) this.passedOver = null;
    this.depth--;
  }

  text(text: string, offset: number): void {
    if (this.within.title > 0 && this.about.titles.length === 0) this.title += text;
    if (this.passedOver !== null) return;
    if (this.within.pre === 0) {
      this.add(text, offset);
      return;
    }
    let from = 0;
    for (const { index, 0: end } of text.matchAll(/\r\n?|\n/g)) {
      this.add(text.slice(from, index), offset + from);
      this.endLine(true);
      from = index + end.length;
    }
    this.add(text.slice(from), offset + from);
  }

  end(): HtmlText {
    this.endLine(false);
    const { titles, dates, languages } = this.about;
    const title = titleFacts(...titles, this.title.replace(/^[\s–—-]+/, ''));
    return {
      lines: paragraphed(this.mainLines()),
      facts: { ...title, ...dateFacts(...dates), ...languageFacts(...languages) },
    };
  }

  private note(
    name: string,
    { lang, datetime, content = '', property, name: metaName, itemprop }: Record<string, string>,
  ): void {
    if (name === 'html' && lang) this.about.languages.push(lang);
    if (name === 'time' && datetime) this.about.dates.push(datetime);
    if (name !== 'meta') return;
    const key = (property ?? metaName ?? itemprop ?? '').toLowerCase();
    if (key === 'og:title') this.about.titles.push(content);
    if (/^(?:article:published_time|datepublished|date|dc\.date|dcterms\.date)$/.test(key))
      this.about.dates.unshift(content);
  }

  private isPassedOver(name: string, attributes: Record<string, string>): boolean {
    if (PASSED_OVER.has(name)) return true;
    if (HEADS.has(name) && this.within.anyArticle === 0) return true;
    return 'hidden' in attributes || /display:\s*none/.test(attributes.style ?? '');
  }

  private enter(name: string, step: 1 | -1): void {
    if (name === 'pre') this.within.pre += step;
    if (name === 'li') this.within.item += step;
    if (STRONG.has(name)) this.within.strong += step;
    if (this.within.strong === 0 && this.strong.isAtStart) this.strong.end ??= this.pieces.length;
    if (/^h[1-6]$/.test(name)) this.heading = step === 1 ? Number(name[1]) : null;
    if (name === 'main') this.within.main += step;
    if (ARTICLES.has(name)) this.within.anyArticle += step;
    if (name !== 'article') return;
    this.within.article += step;
    if (step === 1 && this.within.article === 1) this.articles++;
  }

  private add(text: string, offset: number): void {
    if (text === '') return;
    const seen = /\S/.exec(text);
    const isFirst = this.offset === null && seen !== null;
    if (isFirst) this.offset = offset + seen.index;
    if (seen && this.within.strong > 0 && !this.strong.isAtStart)
      this.strong.isAtStart = isFirst || TIME_BEFORE.test(this.pieces.join('').slice(0, LONGEST_CELL));
    this.pieces.push(text);
  }

  private lineBreak(): void {
    const isEmpty = this.offset === null;
    this.endLine(false);
    if (isEmpty && this.within.pre === 0) this.startsParagraph = true;
  }

  private block(): void {
    this.endLine(false);
    this.startsParagraph = true;
  }

  private beginCell(): void {
    const before = this.lines.slice(this.cell.start);
    const isName = before.length === 1 && (before[0]?.text.length ?? 0) <= LONGEST_CELL;
    this.cell = { start: isName ? this.cell.start : this.lines.length, standsBeside: isName };
  }

  /** @param isPreformatted whether an empty line is an empty line that is seen */
  private endLine(isPreformatted: boolean): void {
    const { offset, pieces, strong } = this;
    const written = pieces.join('');
    this.pieces = [];
    this.offset = null;
    this.strong = { isAtStart: false, end: null };
    if (offset === null) {
      if (isPreformatted) this.startsParagraph = true;
      return;
    }
    const isPre = this.within.pre > 0;
    const text = this.seen(written, isPre);
    if (!VISIBLE.test(text)) return;
    const last = this.lines.at(-1);
    const bold = strong.isAtStart
      ? this.seen(pieces.slice(0, strong.end ?? pieces.length).join(''), isPre).length
      : null;
    if (this.cell.standsBeside && last) last.text += `\t${text}`;
    else
      this.lines.push({
        text,
        look: this.lookOf(bold),
        offset,
        startsParagraph: this.startsParagraph,
        indent: isPre ? indentOf(written) : null,
        isInMain: this.within.main > 0,
        isInArticle: this.within.article > 0,
      });
    this.cell.standsBeside = false;
    this.startsParagraph = false;
  }

  private lookOf(strong: number | null): Look | null {
    const look: Look = {
      ...(this.heading !== null && { heading: this.heading }),
      ...(strong !== null && { strong }),
      ...(this.within.item > 0 && { listItem: true }),
    };
    return Object.keys(look).length > 0 ? look : null;
  }

  /** Blanks that no break follows stay as many as they are: they set a name apart. */
  private seen(written: string, isPre: boolean): string {
    const text =
      isPre || this.keepsBlanks
        ? written.replaceAll(/(?:(?!\t)\p{Cc})+/gu, ' ')
        : written.replaceAll(/[ \p{Cc}]+/gu, ' ');
    return text
      .replaceAll('\u00A0', ' ')
      .replaceAll(/\p{Surrogate}/gu, '\uFFFD')
      .trim();
  }

  /** The lines of the main part or only article, if they are nearly all; else all. */
  private mainLines(): Line[] {
    const total = lengthOf(this.lines);
    const main = this.lines.filter(({ isInMain }) => isInMain);
    if (lengthOf(main) >= MAIN_SHARE * total && main.length > 0) return main;
    const article = this.lines.filter(({ isInArticle }) => isInArticle);
    const isOnly = this.articles === 1 && lengthOf(article) >= MAIN_SHARE * total && article.length > 0;
    return isOnly ? article : this.lines;
  }
}

function lengthOf(lines: readonly Line[]): number {
  return lines.reduce((length, { text }) => length + text.length, 0);
}

function indentOf(written: string): number {
  const [blanks = ''] = /^[ \t\u00A0]*/.exec(written) ?? [];
  return blanks.replaceAll('\t', '        ').length;
}

/**
 * Sees where paragraphs begin in preformatted text: after an empty line, or where a line is set in and those that it wraps to are
 * not. If most lines are set in, but not those after empty lines, it is the others that begin one. Lines that
 * end as sentences do are one each.
 */
function paragraphed(lines: readonly Line[]): HtmlLine[] {
  const indents = lines.flatMap(({ indent }) => (indent === null ? [] : [indent]));
  const least = indents.reduce((least, indent) => Math.min(least, indent), Number.POSITIVE_INFINITY);
  const setIn = indents.filter((indent) => indent > least + 1).length;
  const firsts = lines.filter(({ indent, startsParagraph }) => indent !== null && startsParagraph);
  const firstsSetIn = firsts.filter(({ indent }) => (indent ?? 0) > least + 1).length;
  const preformatted = lines.filter(({ indent }) => indent !== null);
  const isLineEach = areSentences(
    preformatted.flatMap(({ text, startsParagraph }) => (startsParagraph ? ['', text] : [text])),
  );
  const isHanging = setIn > indents.length / 2 && firstsSetIn < firsts.length / 2;
  return lines.map(({ text, offset, startsParagraph, indent, look }, at) => {
    const isOne = isLineEach && !goesOn(text, lines[at - 1]?.text ?? '');
    const isSetIn = indent !== null && indent > least + 1;
    return {
      text,
      offset,
      look,
      startsParagraph:
        startsParagraph || (indent !== null && (isOne || (setIn > 0 && isSetIn !== isHanging))),
    };
  });
}

/** The lines of a file, from 1, in which its parts begin. */
function linesOf(html: string, lines: readonly HtmlLine[]): number[] {
  let line = 1;
  let at = 0;
  return lines.map(({ offset }) => {
    for (let next = html.indexOf('\n', at); next !== -1 && next < offset; next = html.indexOf('\n', at)) {
      line++;
      at = next + 1;
    }
    return line;
  });
}
