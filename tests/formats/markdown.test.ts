import { describe, expect, it } from 'vitest';
import { markdown } from '../../src/formats/markdown.ts';

async function textsOf(text: string): Promise<string[]> {
  const { source } = await markdown.read({ bytes: new Uint8Array(), text });
  return source.parts.map((part) => part.text);
}

describe('Markdown', () => {
  it.each([
    ['**Mira Holt:** We begin.', 'Mira Holt: We begin.'],
    ['__Mira:__ _We_ *begin*.', 'Mira: We begin.'],
    ['#### Mira Holt ####', 'Mira Holt'],
    ['###Attendees', 'Attendees'],
    ['**Mira:** \\[01:46\\] We begin.', 'Mira: [01:46] We begin.'],
    ['See [the plan](https://example.org/a_(b) "Plan") now.', 'See the plan now.'],
    ['See [the plan][1] now.', 'See the plan now.'],
    ['A [note] (not a link).', 'A [note] (not a link).'],
    ['Look: ![a bridge](bridge.png) there.', 'Look:  there.'],
    ['> Mira: quoted', 'Mira: quoted'],
    ['- Mira: an item', 'Mira: an item'],
    ['3. a third item', 'a third item'],
    ['| Mira | Shall we? |', 'Mira | Shall we?'],
    ['snake_case and 2 * 3 * 4 stay', 'snake_case and 2 * 3 * 4 stay'],
    ['`code` and ~~struck~~ stay', 'code and struck stay'],
    ['R&amp;D &lt;3 &#233; &#xE9; &nope;', 'R&D <3 é é &nope;'],
    ['<b>Mira</b>: hi<br>there <https://example.org>', 'Mira: hi there https://example.org'],
    ['a < b and c > d', 'a < b and c > d'],
    ['one <!-- not this --> two', 'one  two'],
  ])('reads %j as %j', async (line, text) => {
    expect(await textsOf(`${line}\n`)).toEqual([text]);
  });

  it('leaves out rules, fences, rules of tables and comments over lines, and keeps what is in them', async () => {
    const text = 'one\n\n---\n\n```\ntwo\n```\n| a | b |\n|---|:-:|\n| c | d |\n<!-- x\ny -->\nthree\n';
    expect(await textsOf(text)).toEqual(['one', 'two', 'a | b', 'c | d', 'three']);
  });

  it('takes a title and a date from the front matter, which is nobody’s words', async () => {
    const text = '---\ntitle: "Bridges: a talk"\ndate: 2024-05-01\ntags: [a, b]\n---\n\nMira: hi\n';
    const { facts, source } = await markdown.read({ bytes: new Uint8Array(), text });
    expect(facts).toEqual({ title: 'Bridges: a talk', date: '2024-05-01' });
    expect(source.parts.map(({ place, text: words }) => [place, words])).toEqual([[7, 'Mira: hi']]);
  });

  it('takes a rule at the top for a rule where no front matter follows', async () => {
    expect(await textsOf('---\nMira said hi.\n---\n')).toEqual(['Mira said hi.']);
  });

  it('takes the title from the first heading', async () => {
    const { facts } = await markdown.read({ bytes: new Uint8Array(), text: '# Bridges, **now**\n\nwords\n' });
    expect(facts.title).toBe('Bridges, now');
  });

  it('says where headings, items and bold beginnings are', async () => {
    const text = '## Mira\n\n**Ole** words\n\n- item\n\n0:05 **Ada** words\n';
    const { groups, looks } = await markdown.read({ bytes: new Uint8Array(), text });
    expect([...(looks ?? [])]).toEqual([
      [0, { heading: 2 }],
      [1, { strong: 3 }],
      [2, { listItem: true }],
      [3, { strong: 8 }],
    ]);
    expect(groups).toEqual([0, 1, 2, 3]);
  });

  it.each([
    ['**Mira:** hi', true],
    ['words\n\n#### Mira\n\nhi', true],
    ['see [this](https://example.org)', true],
    ['Mira: hi\nOle: 2 * 3', false],
    ['PK\0**a**', false],
  ])('knows by its marks whether %j is Markdown', (text, is) => {
    expect(markdown.recognises({ bytes: new Uint8Array(), text })).toBe(is);
  });
});
