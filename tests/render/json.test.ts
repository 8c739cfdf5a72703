import { describe, expect, it } from 'vitest';
import { ask } from '../../commands/ask.ts';
import { excerptOf } from '../../src/core/passages/excerpt.ts';
import { passageSteps } from '../../src/core/passages/passages.ts';
import { type ExcerptJson, excerptJson, renderJson } from '../../src/render/json.ts';
import { excerptsOf } from '../../src/reply/reply.ts';
import { atOnce } from '../at-once.ts';
import { bridges, changed, contextOf, corpus, SOURCE, soundSeminar, TRANSCRIPT } from '../fixtures.ts';

const passagesOf = atOnce(passageSteps);

function answered(question: string): ExcerptJson[] {
  const json = renderJson(ask({ question, limit: 10 }, bridges()), 'en');
  if (!('answered' in json)) throw new Error(json.error);
  return json.excerpts;
}

/** The tiny seminar with a paragraph so long that it has several passages. */
function longSeminar() {
  const edit = (text: string) => changed(text, '是的,我同意。', '石桥最重,木桥最轻。'.repeat(200));
  return soundSeminar({ source: edit(SOURCE), transcript: edit(TRANSCRIPT) });
}

const excerpt = (question: string, id: string) =>
  answered(question).find(({ passage }) => passage === `bridges/${id}`);

describe('renderJson', () => {
  it('has each field of an excerpt, and no other', () => {
    const { score, ...rest } = excerpt('木桥便宜', 'p6') ?? { score: 0 };
    expect(rest).toEqual({
      passage: 'bridges/p6',
      text: '木桥便宜。',
      truncated: false,
      cut: { before: false, after: false },
      highlights: [[0, 5]],
      speaker: 'Ida Moe',
      attribution: 'inferred',
      evidence: 'The moderator has just asked Ida Moe by name.',
      source: {
        title: 'A panel on bridges',
        date: '2024-05-01',
        line: 6,
        place: 6,
        unit: 'line',
        time: null,
        link: null,
      },
      translation: null,
      translationCut: null,
      asked: { passage: 'bridges/p5', text: '我想请问Ida Moe,木桥呢?', speaker: 'Max Roy' },
    });
    expect(score).toBeGreaterThan(0);
  });

  it('has the fields of docs/json.md in its order', () => {
    expect(Object.keys(excerpt('木桥便宜', 'p6') ?? {})).toEqual([
      'passage',
      'text',
      'truncated',
      'cut',
      'highlights',
      'speaker',
      'attribution',
      'evidence',
      'score',
      'source',
      'translation',
      'translationCut',
      'asked',
    ]);
  });

  it('says at which ends the segment and its translation go on', () => {
    const [passage] = passagesOf(longSeminar()).filter(({ id }) => id.endsWith('.2'));
    if (!passage) throw new Error('No second part.');
    const json = excerptJson(excerptOf({ ...passage, translation: 'A part.' }, null, 1), 'en');
    expect(json).toMatchObject({
      truncated: true,
      cut: { before: true, after: true },
      translationCut: { before: true, after: true },
    });
    expect(passage.segment.text).toContain(json.text);
  });

  it('names nobody for a voice that the source does not name', () => {
    expect(excerpt('同意', 'p8')).toMatchObject({ speaker: null, attribution: 'unknown', evidence: null });
  });

  it('has no evidence if the source names the speaker', () => {
    expect(excerpt('钢桥耐用', 'p3')).toMatchObject({
      speaker: 'Jo Lee',
      attribution: 'labelled',
      evidence: null,
    });
  });

  it('gives evidence and title in the language of the reader', () => {
    const json = renderJson(ask({ question: '木桥便宜', limit: 1 }, bridges()), 'zh-TW');
    expect(json).toMatchObject({
      excerpts: [{ evidence: '主持人剛剛點名詢問Ida Moe。', source: { title: '橋樑座談會' } }],
    });
  });

  it('gives the translation if there is one', async () => {
    const json = renderJson(ask({ question: '寒蝉效应', limit: 1 }, contextOf(await corpus())), 'en');
    expect(json).toMatchObject({ excerpts: [{ translation: expect.stringContaining('chilling effect') }] });
  });

  const NONE = { answered: false, kind: 'none', excerpts: [] };

  it('gives a refusal without excerpts', () => {
    expect(renderJson(ask({ question: '火锅' }, bridges()), 'en')).toEqual(NONE);
  });

  it('gives a question with nothing to search for as a refusal', () => {
    expect(renderJson(ask({ question: '?!' }, bridges()), 'en')).toEqual(NONE);
  });

  it('gives a failure as an error in words', () => {
    expect(renderJson(ask({ question: ' ' }, bridges()), 'en')).toEqual({
      error: 'The question is empty. Ask something, for example: Does a steel bridge last?',
    });
  });

  it('survives a round through JSON', () => {
    const json = renderJson(ask({ question: '木桥便宜' }, bridges()), 'en');
    expect(JSON.parse(JSON.stringify(json))).toEqual(json);
  });

  it('keeps the order of the reply', () => {
    const reply = ask({ question: '木桥', limit: 10 }, bridges());
    const json = renderJson(reply, 'en');
    expect('excerpts' in json && json.excerpts.map(({ passage }) => passage)).toEqual(
      excerptsOf(reply).map(({ passage }) => passage.id),
    );
  });
});
