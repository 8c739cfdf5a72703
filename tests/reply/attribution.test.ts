import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOCALES, type Locale, localised } from '../../src/core/language/locale.ts';
import type { Library } from '../../src/core/library.ts';
import { type Excerpt, excerptOf } from '../../src/core/passages/excerpt.ts';
import { passageSteps } from '../../src/core/passages/passages.ts';
import { nameForms } from '../../src/core/transcript/speakers.ts';
import type { Segment, Transcript } from '../../src/core/transcript/transcript.ts';
import { format } from '../../src/messages/message.ts';
import {
  attributionOf,
  citationOf,
  quotationsOf,
  shortAttributionOf,
  sourceNotes,
  translationMark,
} from '../../src/reply/attribution.ts';
import type { Reply } from '../../src/reply/reply.ts';
import { atOnce } from '../at-once.ts';
import { anyText, changed, corpus, soundSeminar, TRANSCRIPT } from '../fixtures.ts';
import { namesakes } from '../namesakes.ts';

const passagesOf = atOnce(passageSteps);

const LIKELY = { en: /^likely /, 'zh-CN': /^可能是/, 'zh-TW': /^可能是/ };
const REPORTED = { en: /, as reported$/, 'zh-CN': /转述/, 'zh-TW': /轉述/ };

/** All words on who speaks. */
function words(segment: Segment, locale: Locale): { speaker: string; all: string } {
  const { speaker, role, basis } = attributionOf(segment);
  return {
    speaker: format(speaker, locale),
    all: [speaker, basis, ...(role ? [role] : [])].map((message) => format(message, locale)).join('\n'),
  };
}

async function segmentsOf(
  ...bases: Segment['basis'][]
): Promise<{ segment: Segment; transcript: Transcript }[]> {
  const transcripts = [...(await corpus()).transcripts, soundSeminar()];
  return transcripts.flatMap((transcript) =>
    transcript.segments
      .filter(({ basis }) => bases.includes(basis))
      .map((segment) => ({ segment, transcript })),
  );
}

describe.each(LOCALES)('attribution in %s', (locale) => {
  it('leaves no placeholder open', async () => {
    const all = await segmentsOf('labelled', 'continued', 'reported', 'inferred', 'unknown', 'editorial');
    for (const { segment } of all) expect(words(segment, locale).all, segment.id).not.toMatch(/[{}]/);
  });

  it('names nobody for unknown and editorial passages', async () => {
    for (const { segment, transcript } of await segmentsOf('unknown', 'editorial')) {
      const { all } = words(segment, locale);
      for (const form of transcript.speakers.flatMap(nameForms)) expect(all, segment.id).not.toContain(form);
    }
  });

  it('names nobody for unknown and editorial passages even if they were given a speaker', async () => {
    const speaker = soundSeminar().speakers[1] ?? null;
    for (const basis of ['unknown', 'editorial'] as const) {
      const { speaker: message } = attributionOf({ basis, speaker, evidence: null });
      expect(format(message, locale)).not.toMatch(/Jo|Lee|李/);
    }
  });

  it('says the same of every unknown passage, and something else of commentary', async () => {
    const unknown = new Set((await segmentsOf('unknown')).map(({ segment }) => words(segment, locale).all));
    const editorial = new Set(
      (await segmentsOf('editorial')).map(({ segment }) => words(segment, locale).all),
    );
    expect(unknown).toHaveLength(1);
    expect(editorial).toHaveLength(1);
    expect(unknown).not.toEqual(editorial);
  });

  it('marks every inferred name as likely, and shows the evidence', async () => {
    for (const { segment } of await segmentsOf('inferred')) {
      const { speaker, all } = words(segment, locale);
      expect(speaker, segment.id).toMatch(LIKELY[locale]);
      expect(speaker).toContain(segment.speaker?.names[locale]);
      expect(all).toContain(segment.evidence?.[locale]);
    }
  });

  it('marks every reported name as reported', async () => {
    for (const { segment } of await segmentsOf('reported')) {
      const { speaker } = words(segment, locale);
      expect(speaker, segment.id).toMatch(REPORTED[locale]);
      expect(speaker).toContain(segment.speaker?.names[locale]);
    }
  });

  it('gives a labelled or continued name without a mark', async () => {
    for (const { segment } of await segmentsOf('labelled', 'continued')) {
      const { speaker } = words(segment, locale);
      expect(speaker).toContain(segment.speaker?.name);
      expect(speaker, segment.id).not.toMatch(LIKELY[locale]);
      expect(speaker, segment.id).not.toMatch(REPORTED[locale]);
    }
  });

  it('says of the moderator alone that they moderate', async () => {
    for (const { segment } of await segmentsOf('labelled'))
      expect(/^(moderator, |主持人，)/m.test(words(segment, locale).all), segment.id).toBe(
        segment.speaker?.moderator,
      );
  });

  it('gives the role of the person who is named', async () => {
    for (const { segment } of await segmentsOf('labelled', 'continued', 'reported', 'inferred'))
      expect(words(segment, locale).all).toContain(segment.speaker?.role?.[locale]);
  });
});

function excerpt(translation: string | null, transcript = TRANSCRIPT): Excerpt {
  const passage = passagesOf(soundSeminar({ transcript })).find(({ id }) => id === 'bridges/p3');
  if (!passage) throw new Error('No p3.');
  return excerptOf({ ...passage, translation }, 0, 1);
}

describe('citationOf', () => {
  it('gives line, seminar and date', () => {
    expect(format(citationOf(excerpt(null)), 'en')).toBe(
      'A panel on bridges, 2024-05-01, line 3 of the source',
    );
  });
});

/** What is shown in short of the evidence of an inferred name. */
function evidenceShown(evidence: string): string {
  const [, speaker = null] = soundSeminar().speakers;
  const { basis } = shortAttributionOf({ basis: 'inferred', speaker, evidence: localised(() => evidence) });
  return basis === null ? '' : format(basis, 'en').replace(/^Why likely: /, '');
}

const speaking = ({ passages }: Library) =>
  [...passages.values()].filter(({ speaker }) => speaker !== null).map(({ segment }) => ({ segment }));

describe.each(LOCALES)('attribution in few words, in %s', (locale) => {
  const inShort = (segment: Segment) => {
    const { speaker, role, basis } = shortAttributionOf(segment);
    const [shownRole, shownBasis] = [role, basis].map((each) => each && format(each, locale));
    return { speaker: format(speaker, locale), role: shownRole ?? null, basis: shownBasis ?? null };
  };

  it('names the same people, with the same marks, as the whole one', async () => {
    const all = await segmentsOf('labelled', 'continued', 'reported', 'inferred', 'unknown', 'editorial');
    for (const { segment } of all) expect(inShort(segment).speaker).toBe(words(segment, locale).speaker);
  });

  it('gives the evidence of each inferred name, and no other basis', async () => {
    for (const { segment } of await segmentsOf('inferred')) {
      const { basis } = inShort(segment);
      const evidence = basis?.replace(
        { en: 'Why likely: ', 'zh-CN': '推测依据：', 'zh-TW': '推測依據：' }[locale],
        '',
      );
      expect(evidence, segment.id).not.toBe(basis);
      expect(evidence?.trim()).not.toBe('');
      expect(segment.evidence?.[locale].startsWith(evidence ?? '-'), segment.id).toBe(true);
    }
    for (const { segment } of await segmentsOf('labelled', 'continued', 'reported', 'unknown', 'editorial'))
      expect(inShort(segment).basis).toBeNull();
  });

  it.each([
    ['He is greeted by name', 'He is greeted by name'],
    ['He is greeted by name; the next turn thanks him.', 'He is greeted by name'],
    ['He is greeted by name. The next turn thanks him.', 'He is greeted by name.'],
    ['主持人点名问他；下文又向他道谢', '主持人点名问他'],
    ['主持人点名问他。下文又向他道谢。', '主持人点名问他。'],
    ['; greeted by name', '; greeted by name'],
    ['The moderator, Mr. Roy, names him. He answers.', 'The moderator, Mr. Roy, names him.'],
  ])('gives the evidence up to the end of its first clause: %s', (all, first) => {
    expect(evidenceShown(all)).toBe(first);
  });

  it('gives some of any evidence, from its beginning', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const written = text.trim();
        fc.pre(/[\p{L}\p{N}]/u.test(written));
        const shown = evidenceShown(written);
        expect(shown).not.toBe('');
        expect(written.startsWith(shown)).toBe(true);
      }),
    );
  });

  it('gives the role of the moderator alone, as that', async () => {
    const known = await segmentsOf('labelled', 'continued', 'reported', 'inferred');
    const roles = new Set<string | null>();
    for (const { segment } of known) {
      const { role } = inShort(segment);
      expect(role !== null, segment.id).toBe(segment.speaker?.moderator);
      roles.add(role);
    }
    expect([...roles].toSorted()).toEqual(
      [{ en: 'moderator', 'zh-CN': '主持人', 'zh-TW': '主持人' }[locale], null].toSorted(),
    );
  });

  it('gives the role of somebody whose name others have too', () => {
    for (const { segment } of speaking(namesakes('kelp', 'pumps')))
      expect(inShort(segment).role, segment.text).toBe(
        segment.speaker?.name === 'Nora Vik' ? segment.speaker.role?.[locale] : null,
      );
    for (const { segment } of speaking(namesakes('kelp'))) expect(inShort(segment).role).toBeNull();
  });
});

describe('quotationsOf', () => {
  const translated = excerpt('A steel bridge lasts. It can be used for a hundred years.');

  it('shows an English reader the translation, and the source with it', () => {
    const { first, second } = quotationsOf(translated, 'en');
    expect(first.text).toBe(translated.translation?.text);
    expect(second?.text).toBe(translated.text);
  });

  it.each(['zh-CN', 'zh-TW'] as const)('shows a reader of %s the source alone', (locale) => {
    expect(quotationsOf(translated, locale)).toEqual({ first: translated, second: null });
  });

  it('shows the source if there is no translation', () => {
    const untranslated = excerpt(null);
    expect(quotationsOf(untranslated, 'en')).toEqual({ first: untranslated, second: null });
  });
});

describe('sourceNotes', () => {
  const spokenInEnglish = changed(TRANSCRIPT, 'language: zh-CN', 'language: zh-CN\nspoken: en');
  const reply = (...excerpts: Excerpt[]): Reply => ({
    outcome: 'answered',
    blocks: excerpts.map((each) => ({ kind: 'excerpt', excerpt: each })),
  });
  const notes = (shown: Reply, locale: Locale) =>
    sourceNotes(shown, locale).map((message) => format(message, locale));

  it('tells a reader of Traditional Chinese that the source is in Simplified', () => {
    expect(notes(reply(excerpt(null)), 'zh-TW')).toEqual(['摘錄依原文以簡體中文呈現。']);
    expect(notes(reply(excerpt(null)), 'zh-CN')).toEqual([]);
    expect(notes(reply(excerpt(null)), 'en')).toEqual([]);
  });

  it('tells readers of the source once in a reply that the seminar was held in another language', () => {
    const shown = reply(excerpt(null, spokenInEnglish), excerpt(null, spokenInEnglish));
    expect(notes(shown, 'zh-CN')).toEqual(['研讨会用英语进行，原文为中文，不是原话。']);
    // One note for both: that it is not what was spoken, and that it is in Simplified Chinese.
    expect(notes(shown, 'zh-TW')).toEqual(['研討會以英文進行，原文為簡體中文，並非原話。']);
    expect(notes(shown, 'en')).toEqual([
      "The seminar was held in English; the source is in Chinese and does not give the speakers' own words.",
    ]);
  });

  it('says of the same source in two ways only where there are excerpts of both kinds', () => {
    const asSpoken = excerpt(null);
    expect(notes(reply(asSpoken, excerpt(null, spokenInEnglish)), 'zh-TW')).toEqual([
      '摘錄依原文以簡體中文呈現。',
      '研討會以英文進行，原文為簡體中文，並非原話。',
    ]);
  });

  it('tells once in a reply that excerpts are translated, and no more of their source', () => {
    const translated = excerpt('A steel bridge lasts.', spokenInEnglish);
    const shown = reply(translated, translated);
    expect(notes(shown, 'en')).toEqual(['Translated from Chinese, not their own words.']);
    expect(notes(shown, 'zh-CN')).toEqual(['研讨会用英语进行，原文为中文，不是原话。']);
  });

  it.each([
    ['zh-CN', '译自中文，不是原话。'],
    ['zh-TW', '譯自中文，並非原話。'],
  ] as const)('tells a reader of %s who sees the translation that it is one', (locale, note) => {
    const block = { kind: 'excerpt', excerpt: excerpt('A steel bridge lasts.'), view: 'other' } as const;
    expect(notes({ outcome: 'shown', blocks: [block] }, locale)).toEqual([note]);
    expect(notes({ outcome: 'shown', blocks: [block] }, 'en')).toEqual([]);
  });

  it('leaves it to a mark of each translated excerpt where others are not, and marks none where all are', () => {
    const translated = excerpt('A steel bridge lasts.');
    const marks = ({ blocks, ...rest }: Reply, locale: Locale) =>
      blocks.flatMap((block) => {
        if (block.kind !== 'excerpt') return [];
        const mark = translationMark(block, { blocks, ...rest }, locale);
        return [mark && format(mark, locale)];
      });
    const mixed = reply(translated, excerpt(null), translated);
    const mark = 'Translated from Chinese, not their own words.';
    expect(marks(mixed, 'en')).toEqual([mark, null, mark]);
    expect(notes(mixed, 'en')).toEqual([]);
    expect(marks(mixed, 'zh-CN')).toEqual([null, null, null]);
    expect(marks(reply(translated, translated), 'en')).toEqual([null, null]);
    expect(marks(reply(excerpt(null)), 'en')).toEqual([null]);
  });

  it('says nothing of a source in the language that was spoken, in whatever script', () => {
    const spokenInChinese = changed(TRANSCRIPT, 'language: zh-CN', 'language: zh-CN\nspoken: zh-TW');
    expect(notes(reply(excerpt(null, spokenInChinese)), 'zh-CN')).toEqual([]);
  });

  it('says nothing under a reply that quotes nothing', () => {
    expect(sourceNotes({ outcome: 'refused', blocks: [] }, 'zh-TW')).toEqual([]);
  });
});
