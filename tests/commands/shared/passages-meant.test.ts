import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passagesMeantSteps, suggestionName } from '../../../commands/shared/passages-meant.ts';
import { LOCALES } from '../../../src/core/language/locale.ts';
import { visible } from '../../../src/core/language/visible.ts';
import { libraryOf } from '../../../src/core/library.ts';
import { excerptOf } from '../../../src/core/passages/excerpt.ts';
import { format } from '../../../src/messages/message.ts';
import { SUGGESTION_TEXT } from '../../../src/render/limits.ts';
import { clip } from '../../../src/render/markdown.ts';
import { renderTerminal } from '../../../src/render/terminal.ts';
import { citationOf } from '../../../src/reply/attribution.ts';
import { atOnce } from '../../at-once.ts';
import {
  anyText,
  bridges,
  changed,
  corpus,
  FILES,
  SOURCE,
  soundSeminar,
  TRANSCRIPT,
} from '../../fixtures.ts';

const passagesMeant = atOnce(passagesMeantSteps);

const { library } = bridges();

/** The ids of what is meant, after the kind. */
async function meant(typed: string, of = corpus()) {
  const found = passagesMeant(typed, await of);
  switch (found.kind) {
    case 'passages':
      return { kind: found.kind, ids: found.passages.map(({ id }) => id) };
    case 'choice':
      return { kind: found.kind, ids: found.candidates.map(({ id }) => id) };
    case 'none':
      return { kind: found.kind, ids: found.nearest.map(({ id }) => id) };
  }
}

describe('the shown name of a suggestion', () => {
  it('means its passage, for every passage of the first seminar, in one language after another', async () => {
    for (const [at, passage] of [...(await corpus()).passages.values()].entries()) {
      const locale = LOCALES[at % LOCALES.length] ?? 'en';
      const name = clip(visible(suggestionName(passage, locale, await corpus())), SUGGESTION_TEXT);
      const { kind, ids } = await meant(name);
      expect({ kind, ids }, name).toEqual({ kind: 'passages', ids: [passage.id] });
    }
  });

  it('may be cut anywhere after the name, in other letters or without its marks', async () => {
    const passage = (await corpus()).passages.get('scsp-chips-2025/p9');
    if (!passage) throw new Error('No p9.');
    const name = suggestionName(passage, 'en', await corpus());
    for (const typed of [
      name,
      name.slice(0, 80),
      `${name.slice(0, 61)}...`,
      name.toUpperCase(),
      name.replace(' · ', ' - '),
      ` ${name.replace(/[,.]/g, '')}`,
      name.replace(/[a-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
    ])
      expect(await meant(typed), typed).toEqual({ kind: 'passages', ids: [passage.id] });
  });
});

describe('a shown name that is the start of another', () => {
  it('means its own passage', () => {
    const edit = (text: string) => changed(text, '但是木桥怕火灾。', '木桥便宜。但是木桥怕火灾。');
    const both = libraryOf([soundSeminar({ source: edit(SOURCE), transcript: edit(TRANSCRIPT) })]);
    const [short, long] = ['bridges/p6', 'bridges/p7'].map((id) => both.passages.get(id));
    if (!short || !long) throw new Error('No p6 or p7.');
    expect(passagesMeant(suggestionName(short, 'zh-TW', both), both)).toMatchObject({ passages: [short] });
    expect(passagesMeant(suggestionName(long, 'zh-TW', both), both)).toMatchObject({ passages: [long] });
  });
});

/** To find words among all passages takes a while. */
const everyFourth = async () => [...(await corpus()).passages.values()].filter((_, at) => at % 4 === 0);

describe('a citation', () => {
  it('means what is on its line, in one language after another', async () => {
    const all = [...(await corpus()).passages.values()];
    for (const [at, passage] of all.entries()) {
      const locale = LOCALES[at % LOCALES.length] ?? 'en';
      const here = all.filter(({ line }) => line === passage.line).map(({ id }) => id);
      const typed = format(citationOf(excerptOf(passage, null, 1)), locale);
      const kind = here.length === 1 ? 'passages' : 'choice';
      expect(await meant(typed), typed).toEqual({ kind, ids: here });
    }
  });

  it('means one of several passages on a line if its words are there too, as in a pasted reply', async () => {
    for (const passage of await everyFourth()) {
      const excerpt = excerptOf(passage, null, 1);
      const reply = { outcome: 'shown', blocks: [{ kind: 'excerpt', excerpt, alone: true }] } as const;
      const pasted = renderTerminal(reply, { locale: 'en', colour: false }).replace(/\s+/g, ' ');
      expect(await meant(pasted), passage.id).toEqual({ kind: 'passages', ids: [passage.id] });
    }
  });

  it('means its passage in the words of a short excerpt, with the marks of cuts', async () => {
    const all = (await everyFourth()).filter(({ sentences }) => sentences.length > 2);
    for (const [at, passage] of all.entries()) {
      const locale = LOCALES[at % LOCALES.length] ?? 'en';
      const block = { kind: 'excerpt', excerpt: excerptOf(passage, 1, 1), form: 'short' } as const;
      const shown = renderTerminal({ outcome: 'shown', blocks: [block] }, { locale, colour: false });
      const [, , words = ''] = shown.split('\n');
      expect(words).toContain('**');
      expect(await meant(words), words).toEqual({ kind: 'passages', ids: [passage.id] });
    }
  });
});

describe('words', () => {
  it('that stand in one passage alone mean it', async () => {
    for (const { id, text } of library.passages.values())
      expect(await meant(text.slice(0, -1), Promise.resolve(library))).toEqual({
        kind: 'passages',
        ids: [id],
      });
  });

  it('that stand in several leave the choice, best first', async () => {
    const { kind, ids } = await meant('export controls');
    expect(kind).toBe('choice');
    expect(ids.length).toBeGreaterThan(1);
  });

  it('of a speaker alone leave the choice of what the speaker said, and of nobody else', async () => {
    for (const typed of ['Ida Moe', '莫依达', '莫依達', 'moe'])
      expect(await meant(typed, Promise.resolve(library))).toEqual({
        kind: 'choice',
        ids: ['bridges/p6', 'bridges/p7'],
      });
  });

  it('that stand nowhere mean the best match, which is said to be a guess', async () => {
    const found = passagesMeant('what does Nikakhtar say about a fence around a yard', await corpus());
    expect(found).toMatchObject({ kind: 'passages', isGuess: true });
    expect(found.kind === 'passages' && found.passages[0]?.id).toBe('scsp-chips-2025/p14');
  });

  it.each(['', '?!', 'p99', '99', 'zebra crossings', '\u{1F600}'])(
    'such as %j mean nothing',
    async (typed) => {
      expect((await meant(typed)).kind).toBe('none');
    },
  );

  it('mean a passage of the seminar that is named', () => {
    const both = libraryOf([soundSeminar(), soundSeminar({ files: { ...FILES, id: 'bridges-2' } })]);
    expect(passagesMeant('木桥便宜', both)).toMatchObject({ kind: 'choice' });
    expect(passagesMeant('木桥便宜', both, 'bridges-2')).toMatchObject({
      kind: 'passages',
      passages: [{ id: 'bridges-2/p6' }],
    });
    expect(passagesMeant('p6', both, 'bridges-2')).toMatchObject({ passages: [{ id: 'bridges-2/p6' }] });
  });

  it('of any kind are taken without harm', () => {
    fc.assert(
      fc.property(anyText, (typed) => {
        const found = passagesMeant(typed, library);
        if (found.kind === 'passages') expect(found.passages.length).toBeGreaterThan(0);
        if (found.kind === 'choice') expect(found.candidates.length).toBeGreaterThan(1);
      }),
    );
  });
});
