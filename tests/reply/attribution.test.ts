import { describe, expect, it } from 'vitest';
import { LOCALES, type Locale } from '../../src/core/language/locale.ts';
import { type Excerpt, excerptOf } from '../../src/core/passages/excerpt.ts';
import { passageSteps } from '../../src/core/passages/passages.ts';
import { nameForms } from '../../src/core/transcript/speakers.ts';
import type { Segment, Transcript } from '../../src/core/transcript/transcript.ts';
import { format } from '../../src/messages/message.ts';
import { attributionOf, citationOf, quotationsOf, sourceNotes } from '../../src/reply/attribution.ts';
import type { Reply } from '../../src/reply/reply.ts';
import { atOnce } from '../at-once.ts';
import { changed, corpus, soundSeminar, TRANSCRIPT } from '../fixtures.ts';

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
    expect(notes(shown, 'zh-CN')).toEqual(['研讨会用英语进行，所引原文为中文，不是发言人原话。']);
    expect(notes(shown, 'zh-TW')).toEqual([
      '摘錄依原文以簡體中文呈現。',
      '研討會以英文進行，所引原文為中文，並非講者原話。',
    ]);
    expect(notes(shown, 'en')).toEqual([
      "The seminar was held in English; the source is in Chinese and does not give the speakers' own words.",
    ]);
  });

  it('does not repeat what is under each translated excerpt', () => {
    const translated = reply(excerpt('A steel bridge lasts.', spokenInEnglish));
    expect(notes(translated, 'en')).toEqual([]);
    expect(notes(translated, 'zh-CN')).toHaveLength(1);
  });

  it('says nothing of a source in the language that was spoken, in whatever script', () => {
    const spokenInChinese = changed(TRANSCRIPT, 'language: zh-CN', 'language: zh-CN\nspoken: zh-TW');
    expect(notes(reply(excerpt(null, spokenInChinese)), 'zh-CN')).toEqual([]);
  });

  it('says nothing under a reply that quotes nothing', () => {
    expect(sourceNotes({ outcome: 'refused', blocks: [] }, 'zh-TW')).toEqual([]);
  });
});
