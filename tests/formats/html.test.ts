import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { html } from '../../src/formats/html.ts';
import { openedHtml } from '../../src/formats/html-parts.ts';

const fileOf = (text: string) => ({ bytes: new TextEncoder().encode(text), text });
const textsIn = (page: string) => openedHtml(page).source.parts.map(({ text }) => text);

describe('a web page', () => {
  it('is recognised by its content', () => {
    const pages = [
      '<!DOCTYPE html><p>x',
      '\uFEFF \n<html>',
      '<!-- a > b -->\n<pre>x',
      '<?xml version="1.0"?>\n<!doctype html>',
      '<p>Mira: Hi',
    ];
    for (const page of pages) expect(html.recognises(fileOf(page)), page).toBe(true);
    for (const text of ['<v Mira>Hi', 'Mira: <b>Hi</b>', '<!-- x', '<Mira> hi', '<tt xmlns="x">', '12 <p>'])
      expect(html.recognises(fileOf(text)), text).toBe(false);
  });

  it('keeps the lines of preformatted text, and says where a line that is set in begins a paragraph', () => {
    const page = `<html>
<title> - RISK</title>
<body><pre>
                 RISK

    The Chairman. The hearing will
begin. We have a room.
    The Clerk. Yes, sir.
</pre></body></html>`;
    const { source, facts, groups } = openedHtml(page);
    expect(source.unit).toBe('line');
    expect(source.parts.map(({ place, text }) => [place, text])).toEqual([
      [4, 'RISK'],
      [6, 'The Chairman. The hearing will'],
      [7, 'begin. We have a room.'],
      [8, 'The Clerk. Yes, sir.'],
    ]);
    expect(groups).toEqual([0, 1, 3]);
    expect(facts).toEqual({ title: 'RISK' });
  });

  it('sees paragraphs in preformatted text whose wrapped lines are set in', () => {
    const page = '<pre>Mira: one\n   two\n   three\nOle: four\n   five\n   six</pre>';
    expect(openedHtml(page).groups).toEqual([0, 3]);
  });

  it('divides at blocks and line breaks, and not at what is in a line', () => {
    const page = `<p><strong>Mira:</strong> Shall <em>we</em>
start?<br>It is late.</p><div>Ole: Yes<i>!</i><ul><li>One<li>Two</ul></div>`;
    const { source, groups } = openedHtml(page);
    expect(source.parts.map(({ text }) => text)).toEqual([
      'Mira: Shall we start?',
      'It is late.',
      'Ole: Yes!',
      'One',
      'Two',
    ]);
    expect(groups).toEqual([0, 2, 3, 4]);
  });

  it('says where the bold ends with which a line begins, and what is a heading or an item', () => {
    const page = `<h4>Mira Holt</h4><p> <b>Mira <i>Holt</i></b> Shall we?</p><p>0:05 <strong>Ole</strong> Yes</p><p>No <b>way</b></p><li><b>All</b></li>`;
    expect([...(openedHtml(page).looks ?? [])]).toEqual([
      [0, { heading: 4 }],
      [1, { strong: 9 }],
      [2, { strong: 8 }],
      [4, { strong: 3, listItem: true }],
    ]);
  });

  it('counts lines of the file, and paragraphs where two are on a line', () => {
    const places = (page: string) => openedHtml(page).source.parts.map(({ place }) => place);
    expect(places('<p>\n\nOne\n</p>\n<p>Two</p>')).toEqual([3, 5]);
    expect(openedHtml('<p>One</p><p>Two</p>\n<p>Three</p>').source.unit).toBe('paragraph');
    expect(places('<p>One</p><p>Two</p>\n<p>Three</p>')).toEqual([1, 2, 3]);
  });

  it('leaves out what is nobody’s words, and keeps the head of an article in the page', () => {
    const page = `<header>Home</header><nav>Menu</nav><script>let a = "<p>no</p>";</script><style>p {}</style>
<section><header>Mira Holt</header><p>Yes.</p><p hidden>no</p><p style="display: none">no</p></section>
<aside>Read more</aside><figure><img alt="no"><figcaption>A bridge</figcaption></figure><footer>Imprint</footer>`;
    expect(textsIn(page)).toEqual(['Mira Holt', 'Yes.']);
  });

  it('takes the main part or only article alone if that is nearly all', () => {
    const words = 'We build bridges of steel, and paint them every year. '.repeat(5);
    expect(textsIn(`<div>Sign in</div><main><p>${words}</p></main><div>Share</div>`)).toEqual([words.trim()]);
    expect(textsIn(`<div>Sign in</div><article><p>${words}</p></article>`)).toEqual([words.trim()]);
    expect(textsIn(`<article><p>${words}</p></article><article>Yes.</article>`)).toEqual([
      words.trim(),
      'Yes.',
    ]);
    expect(textsIn(`<p>${words}</p><main>Yes.</main>`)).toEqual([words.trim(), 'Yes.']);
  });

  it('reads a table row by row, a name beside its words', () => {
    const page = `<table><tr><td>Mira</td><td><p>Shall we?</p><p>It is late.</p></td></tr><tr><th>Ole<td>Yes.</table>`;
    expect(textsIn(page)).toEqual(['Mira\tShall we?', 'It is late.', 'Ole\tYes.']);
  });

  it('decodes entities, and keeps blanks that do not break', () => {
    expect(textsIn('<p>Q&nbsp;&nbsp; R&amp;D &lt;b&gt; caf&#233;\u0001</p><p>\u200B</p>\u0000')).toEqual([
      'Q   R&D <b> café',
    ]);
  });

  it('says what the page says about itself', () => {
    const page = `<html lang="zh-TW"><head><title>桥 | Site</title><meta property="og:title" content="桥">
<meta property="article:published_time" content="2024-05-01T10:00:00Z"></head><p>x<time datetime="2020-01-01">then</time>`;
    expect(openedHtml(page).facts).toEqual({ title: '桥', date: '2024-05-01', language: 'zh-TW' });
    expect(openedHtml('<p>x<time datetime="2020-01-01">then</time>').facts).toEqual({ date: '2020-01-01' });
    expect(openedHtml('<html lang="fr"><p>x').facts).toEqual({});
  });

  it('is read in a thread of its own if it is long, to the same', async () => {
    const page = `<html>${'<p><b>Mira:</b> Shall we start?</p>\n'.repeat(2_500)}`;
    expect(await html.read(fileOf(page))).toEqual(openedHtml(page));
  });

  it('is refused if it is nested deeper than any page', () => {
    expect(() => openedHtml('<div>'.repeat(100_000))).toThrow(/nested too deeply/);
    expect(textsIn(`${'<font>'.repeat(10_000)}Yes.`)).toEqual(['Yes.']);
  });

  it('keeps every word, in order, whatever is open and closed', () => {
    const tag = fc.constantFrom(
      '<p>',
      '</p>',
      '<b>',
      '</b>',
      '<div>',
      '</div>',
      '<br>',
      '<pre>',
      '</pre>',
      '<td>',
      '<tr>',
      '<table>',
      '</table>',
      '\n',
      ' ',
      '<li>',
      '<!-- x -->',
    );
    const word = fc.stringMatching(/^[a-z]{1,6}$/).map((text) => ` ${text} `);
    fc.assert(
      fc.property(fc.array(fc.oneof(tag, word)), (pieces) => {
        const { source } = openedHtml(pieces.join(''));
        const said = pieces.filter((piece) => /^ [a-z]+ $/.test(piece)).map((piece) => piece.trim());
        expect(source.text.split(/\s+/).filter((text) => text !== '')).toEqual(said);
        expect(
          source.parts.every(({ place }, at) => at === 0 || place > (source.parts[at - 1]?.place ?? 0)),
        ).toBe(true);
      }),
    );
  });
});
