import { describe, expect, it } from 'vitest';
import { ask } from '../commands/ask.ts';
import { commands } from '../commands/index.ts';
import { complete } from '../src/cli/chat.ts';
import { readCommandLine } from '../src/cli/command-line.ts';
import { answerForSteps } from '../src/core/answer/answer.ts';
import { rankFor, understoodSteps } from '../src/core/answer/ranking.ts';
import { localeOfTag } from '../src/core/language/locale.ts';
import { chineseOf } from '../src/core/language/text.ts';
import { frontMatterSteps } from '../src/core/transcript/front-matter.ts';
import { problemsIn } from '../src/core/transcript/problem.ts';
import { QUESTION_WORDS } from '../src/core/tuning.ts';
import { excerptsOf } from '../src/reply/reply.ts';
import { atOnce } from './at-once.ts';
import { bridges, changed, contextOf, corpus, lineOf, readSeminar, SOURCE, TRANSCRIPT } from './fixtures.ts';

const understoodQuestion = atOnce(understoodSteps);
const answer = atOnce(answerForSteps);
const parseFrontMatter = atOnce(frontMatterSteps);

const FULL_WIDTH_COLON = '\uFF1A';
const EVIDENCE =
  '- evidence (en): Jo Lee says so.\n- evidence (zh-CN): 李乔说的。\n- evidence (zh-TW): 李喬說的。\n';
const YAML = TRANSCRIPT.split('---\n')[1] ?? '';
const problemsOf = (from: string, to: string) =>
  readSeminar({ transcript: changed(TRANSCRIPT, from, to) }).problems;

describe('attribution', () => {
  it('reports evidence, which may contain a name, of an unknown segment', () => {
    expect(problemsOf('### p8 | line 8 | unknown\n', `### p8 | line 8 | unknown\n${EVIDENCE}`)).not.toEqual(
      [],
    );
  });

  it('reports evidence that says nothing', () => {
    const edited = TRANSCRIPT.replace(/^(- evidence \([\w-]+\):).*$/gm, '$1');
    expect(readSeminar({ transcript: edited }).problems).not.toEqual([]);
  });

  it('reports a segment whose text is a backslash alone', () => {
    expect(problemsOf('### p9 |', '### p8b | line 8 | editorial\n\n\\\n\n### p9 |')).not.toEqual([]);
  });

  it('reports a label that is given twice', () => {
    expect(problemsOf('- label: JoLee:', '- label: Max Roy:\n- label: JoLee:')).not.toEqual([]);
  });

  it('reports evidence that is given twice in a language', () => {
    expect(
      problemsOf('- evidence (en): The', '- evidence (en): Nonsense.\n- evidence (en): The'),
    ).not.toEqual([]);
  });

  it('reports evidence both written out and referred to', () => {
    expect(problemsOf('- evidence: as p6\n', `- evidence: as p6\n${EVIDENCE}`)).not.toEqual([]);
  });

  it('reports a label that names somebody else before the speaker', () => {
    const label = 'JoLee对Max Roy说:';
    const { problems } = readSeminar({
      source: SOURCE.replace('\nJoLee:钢', `\n${label}钢`),
      transcript: changed(
        TRANSCRIPT,
        '### p3 | line 3 | Jo Lee | labelled\n- label: JoLee:',
        `### p3 | line 3 | Max Roy | labelled\n- label: ${label}`,
      ).replace('p4 | line 4 | Jo Lee', 'p4 | line 4 | Max Roy'),
    });
    expect(problems).not.toEqual([]);
  });

  it('reports an alias that is not printed on the line of the alias', () => {
    const transcript = changed(TRANSCRIPT, 'aliases: []', 'aliases: [IdaMoe]');
    expect(readSeminar({ transcript }).problems.map(({ line }) => line)).toEqual([
      lineOf(transcript, 'aliases: [IdaMoe]'),
    ]);
  });

  it('reports "lines" beyond the source on its line', () => {
    const transcript = changed(TRANSCRIPT, 'lines: 1-9', 'lines: 1-99');
    expect(readSeminar({ transcript }).problems[0]?.line).toBe(lineOf(transcript, 'lines: 1-99'));
  });
});

describe('front matter', () => {
  it('refuses a day that does not exist', () => {
    const problems = problemsIn('f');
    parseFrontMatter(changed(YAML, '2024-05-01', '2025-02-30'), 2, problems);
    expect(problems.errors).not.toEqual([]);
  });

  it('reports a YAML alias on its line', () => {
    const yaml = changed(changed(YAML, 'language: zh-CN', 'language: &l zh-CN'), 'zh-CN: 钢材', 'zh-CN: *l');
    const problems = problemsIn('f');
    parseFrontMatter(yaml, 2, problems);
    expect(problems.errors[0]?.line).toBe(lineOf(yaml, '*l') + 1);
  });
});

describe('the language of a question', () => {
  it.each(['建立', '显著', '如何建立芯片外交?'])('is Simplified: %s', (question) => {
    expect(chineseOf(question)).toBe('zh-CN');
  });

  it('is Simplified if the tag says so, in Hong Kong too', () => {
    expect(localeOfTag('zh-Hans-HK')).toBe('zh-CN');
  });
});

describe('answers', () => {
  it.each(['世界杯冠军是哪个队?', '中国足球队什么时候进世界杯?'])('are not claimed: %s', async (question) => {
    expect(answer(await corpus(), { question }, 3).kind).not.toBe('answer');
  });

  it('show the passage for which the question counts as answered, whatever the limit', async () => {
    const library = await corpus();
    const question = 'AI芯片出口管制';
    const { hits, best } = rankFor(library, { question });
    expect(best).not.toBe(hits[0]);
    const ids = excerptsOf(ask({ question, limit: 1 }, contextOf(library))).map(
      ({ passage }) => passage.segment.id,
    );
    expect(ids).toEqual([best?.document.id.split('/')[1]]);
  });

  it('are not said to be cut if only a question mark is left over', async () => {
    const question = `${'chips '.repeat(QUESTION_WORDS).trim()}?`;
    expect(understoodQuestion(await corpus(), question).isCut).toBe(false);
  });

  it('are refused as blank if two stop words are together', async () => {
    expect(answer(await corpus(), { question: '的了吗' }, 3)).toMatchObject({ reason: 'blank' });
  });
});

describe('a typed line', () => {
  it('may have full-width colons', () => {
    expect(
      readCommandLine(`/ask question${FULL_WIDTH_COLON}便宜吗 speaker${FULL_WIDTH_COLON}莫依达`, commands),
    ).toMatchObject({ input: { question: '便宜吗', speaker: '莫依达' } });
  });

  it('is completed after a full-width colon', async () => {
    expect((await complete(`/ask speaker${FULL_WIDTH_COLON}Id`, bridges(), 'en'))[0]).toEqual(['Ida Moe']);
  });

  it('does not lose what comes before an option of the same name', () => {
    expect(readCommandLine('/ask hello question:x', commands)).not.toMatchObject({
      input: { question: 'x' },
    });
  });
});
