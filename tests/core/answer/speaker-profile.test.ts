import { describe, expect, it } from 'vitest';
import { distinctiveTermSteps } from '../../../src/core/answer/characteristic-terms.ts';
import { countBases, excerptSteps, passagesBy, sharesOf } from '../../../src/core/answer/speaker-profile.ts';
import { LOCALES } from '../../../src/core/language/locale.ts';
import { libraryOf } from '../../../src/core/library.ts';
import type { Passage } from '../../../src/core/passages/passages.ts';
import { findSpeakers } from '../../../src/core/transcript/speakers.ts';
import type { Speaker } from '../../../src/core/transcript/transcript.ts';
import { atOnce } from '../../at-once.ts';
import { bridges, corpus, soundSeminar } from '../../fixtures.ts';

const distinctiveTerms = atOnce(distinctiveTermSteps);
/** As readers see them. */
const characteristicTerms = (passages: readonly Passage[], speaker: Speaker, count: number) =>
  distinctiveTerms(passages, speaker)
    .slice(0, count)
    .map(({ shown }) => shown);
const representativeExcerpts = atOnce(excerptSteps);

async function chips(name: string) {
  const { passages, speakers } = await corpus();
  return { passages: [...passages.values()], speaker: only(findSpeakers(speakers, name)) };
}

function tiny(name: string) {
  const { passages, speakers } = bridges().library;
  return { passages: [...passages.values()], speaker: only(findSpeakers(speakers, name)) };
}

function only([speaker]: readonly Speaker[]): Speaker {
  if (!speaker) throw new Error('There is no such speaker.');
  return speaker;
}

describe('how much each speaker says', () => {
  // Counted by hand in tests/fixtures.ts: Jo Lee 13 + 10 + 12 characters, Max Roy 13 + 16, Ida Moe 5 + 8.
  it('is measured in passages that carry the name', () => {
    const { passages } = tiny('Jo Lee');
    const shares = sharesOf(passages, bridges().library.speakers);
    expect(shares.map(({ speaker, passages: count }) => [speaker.name, count])).toEqual([
      ['Jo Lee', 3],
      ['Max Roy', 2],
      ['Ida Moe', 2],
    ]);
  });

  it('is the share of the characters that carry a name', () => {
    const { passages } = tiny('Jo Lee');
    const all = passages.filter(({ speaker }) => speaker).reduce((sum, { text }) => sum + text.length, 0);
    const ida = '木桥便宜。'.length + '但是木桥怕火灾。'.length;
    const found = sharesOf(passages, bridges().library.speakers).find(
      ({ speaker }) => speaker.name === 'Ida Moe',
    );
    expect(found?.share).toBeCloseTo(ida / all, 10);
  });

  it('adds up to 1, without the unknown and editorial passages', async () => {
    const { passages, speakers } = await corpus();
    const shares = sharesOf([...passages.values()], speakers);
    expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 10);
    for (const { counts } of shares) expect([counts.unknown, counts.editorial]).toEqual([0, 0]);
  });

  it('has as many passages of each basis as the transcript has headings', async () => {
    // No segment of the first seminar is long enough to be split into several passages.
    const { passages } = await corpus();
    expect(countBases([...passages.values()])).toEqual({
      labelled: 13,
      continued: 13,
      reported: 4,
      inferred: 10,
      unknown: 12,
      editorial: 15,
    });
  });

  it('is nothing for a speaker without a passage', () => {
    const { passages, speaker } = tiny('Ida Moe');
    const unnamed = passages.filter(({ speaker }) => speaker === null);
    expect(sharesOf(unnamed, [speaker])[0]).toMatchObject({ passages: 0, share: 0 });
  });
});

describe('the terms that distinguish a speaker', () => {
  const termsOf = async (name: string) => {
    const { passages, speaker } = await chips(name);
    return characteristicTerms(passages, speaker, 8);
  };

  it.each([
    // Lines 7 to 10 are about inference and the compute for it. Of all passages with a named speaker, only lines 48 and
    // 49 say why allies like unilateral steps.
    ['Chris Miller', ['inference', 'unilateral']],
    // She mentions rounds of evasion on lines 13, 16, 29 and 31, and Kessler on 31 and 32; nobody else mentions him.
    ['Nazak Nikakhtar', ['evasion', 'Jeffrey Kessler']],
    // She mentions the ecosystems of open source and CUDA (22, 36) and due diligence (36, 38).
    ['Reva Goujon', ['ecosystem', 'foundry due diligence']],
  ])('begin with those of %s', async (name, expected) => {
    expect((await termsOf(name)).slice(0, 2).map(({ en }) => en)).toEqual(expected);
  });

  it('do not come from passages without a named speaker or from commentary', async () => {
    // "Chip diplomacy" is on lines 17 (Nazak Nikakhtar), 18 and 20 (both unknown): one passage has a named speaker.
    for (const { name } of (await corpus()).speakers)
      expect((await termsOf(name)).map(({ en }) => en)).not.toContain('chip diplomacy');
  });

  it("are in the reader's language if the notion has a form in it", async () => {
    const [inference, unilateral] = await termsOf('Chris Miller');
    expect(inference).toEqual({ en: 'inference', 'zh-CN': '推理', 'zh-TW': '推論' });
    expect(unilateral).toEqual({ en: 'unilateral', 'zh-CN': '单边', 'zh-TW': '單邊' });
  });

  it('are as the source prints them for readers of its language', async () => {
    const kessler = (await termsOf('Nazak')).find(({ en }) => en === 'Jeffrey Kessler');
    expect(kessler).toEqual({
      en: 'Jeffrey Kessler',
      'zh-CN': 'Jeffrey Kessler',
      'zh-TW': 'Jeffrey Kessler',
    });
  });

  it('are words of the source if no notions are declared', () => {
    // Jo Lee says 钢桥 only in p3, and 石桥 only in p9. Ida Moe says 木桥 twice, and Max Roy asks about it once.
    const { passages, speaker } = tiny('Ida Moe');
    expect(characteristicTerms(passages, speaker, 8).map((term) => term['zh-CN'])).toEqual(['木桥']);
  });

  it('are none if no passage has a named speaker', () => {
    const { passages, speaker } = tiny('Ida Moe');
    expect(
      characteristicTerms(
        passages.filter(({ speaker }) => !speaker),
        speaker,
        8,
      ),
    ).toEqual([]);
  });
});

describe('the excerpts that represent a speaker', () => {
  const idsFor = async (name: string) => {
    const { passages, speaker } = await chips(name);
    return representativeExcerpts(passages, speaker, 3).map(({ passage }) => passage.segment.id);
  };

  it('are three if the speaker says enough, in seminar order', async () => {
    for (const name of ['Alan Estevez', 'Nazak Nikakhtar', 'Chris Miller', 'Reva Goujon']) {
      const lines = (await idsFor(name)).map((id) => Number.parseInt(id.slice(1), 10));
      expect(lines).toHaveLength(3);
      expect(lines).toEqual(lines.toSorted((a, b) => a - b));
    }
  });

  it('come from each of the turns of a speaker who has three', async () => {
    // Alan Estevez speaks on lines 5 to 11, 40 to 44 and 50 to 51.
    const lines = (await idsFor('Alan Estevez')).map((id) => Number.parseInt(id.slice(1), 10));
    expect(lines.map((line) => (line <= 11 ? 'first' : line <= 44 ? 'second' : 'third'))).toEqual([
      'first',
      'second',
      'third',
    ]);
  });

  it('are statements of the speaker, verbatim', async () => {
    for (const { name } of (await corpus()).speakers) {
      const { passages, speaker } = await chips(name);
      const excerpts = representativeExcerpts(passages, speaker, 3);
      expect(excerpts.length).toBeGreaterThan(0);
      for (const { text, passage } of excerpts) {
        expect(passagesBy(passages, speaker)).toContain(passage);
        expect(passage.transcript.sourceText.slice(passage.start, passage.start + text.length)).toBe(text);
        expect(text).not.toMatch(/[??]$/);
      }
    }
  });

  it('leave out the moderator’s questions', async () => {
    // Lines 4, 12, 30, 47 and 52 are questions; only line 35 is a statement.
    expect(await idsFor('Ana Swanson')).toEqual(['p35']);
  });

  it('leave out passages that are much shorter than the others', async () => {
    // Line 37 has 53 characters; her others (22, 36, 38) have 180, 110 and 80.
    expect(await idsFor('Reva Goujon')).toEqual(['p22', 'p36', 'p38']);
  });

  it('are none for a speaker who only asks', () => {
    const { passages, speaker } = tiny('Max Roy');
    expect(representativeExcerpts(passages, speaker, 3)).toEqual([]);
  });

  it('are never passages without a named speaker, even if there are no others', () => {
    const transcript = soundSeminar();
    const { passages, speakers } = libraryOf([transcript]);
    const unnamed = [...passages.values()].filter(
      ({ basis }) => basis === 'unknown' || basis === 'editorial',
    );
    expect(unnamed.length).toBeGreaterThan(0);
    for (const speaker of speakers) expect(representativeExcerpts(unnamed, speaker, 3)).toEqual([]);
  });

  it('come with terms in every language', async () => {
    const { passages, speaker } = await chips('Alan Estevez');
    for (const term of characteristicTerms(passages, speaker, 8))
      for (const locale of LOCALES) expect(term[locale]).not.toBe('');
  });
});
