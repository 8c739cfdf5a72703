import { describe, expect, it } from 'vitest';
import { type Answer, answerForSteps } from '../../../src/core/answer/answer.ts';
import { rankFor, understoodSteps } from '../../../src/core/answer/ranking.ts';
import { topicSteps } from '../../../src/core/answer/topics.ts';
import { libraryOf } from '../../../src/core/library.ts';
import { atOnce } from '../../at-once.ts';
import { corpus } from '../../fixtures.ts';
import { talks } from '../../short-turns.ts';

const understoodQuestion = atOnce(understoodSteps);
const answer = atOnce(answerForSteps);
const topicsOf = atOnce(topicSteps);

const both = talks('harbour', 'orchard');
const harbour = talks('harbour');
const shipped = await corpus();

const speakersOf = (result: Answer) =>
  result.kind === 'answer' ? result.excerpts.map(({ passage }) => passage.speaker?.id ?? null) : [];
const ask = (question: string, library = both, limit = 6) => answer(library, { question }, limit);

describe('a speaker whom a question names', () => {
  it('is the only one searched, also in a seminar of short turns', () => {
    expect(harbour.index.conversations).not.toBeNull();
    const speakers = speakersOf(ask('What did Lindqvist say about dredging?', harbour));
    expect(new Set(speakers)).toEqual(new Set(['Tobias Lindqvist']));
  });

  it('is not said to have said what others said, and it is said who they are', () => {
    const result = ask('What does Tobias think of the levy?', harbour);
    expect(result).toMatchObject({
      kind: 'closest',
      excerpts: [{ passage: { speaker: { name: 'Tobias Lindqvist' } } }],
    });
    const elsewhere = 'elsewhere' in result ? result.elsewhere : [];
    expect(elsewhere.map(({ passage }) => passage.speaker?.id)).toEqual(['Inês Ortega']);
  });

  it('is refused a fact that no word of the question tells', () => {
    expect(ask('How old is Lindqvist?', harbour).kind).toBe('none');
    expect(ask('What did Lindqvist say?', harbour).kind).toBe('answer');
  });

  it('is refused without others if nobody else said it', () => {
    expect(ask('What does Lindqvist think of tariffs?')).toMatchObject({ kind: 'none', elsewhere: [] });
  });
});

describe('what others are said to speak about', () => {
  const bakery = talks('bakery');

  it('is all that was asked, and not half of it', () => {
    expect(ask('What does Lund say about gas ovens?', bakery)).toMatchObject({
      elsewhere: [{ passage: { speaker: { id: "Siobhan O'Dowd" } } }],
    });
    expect(ask('What does Lund say about gas masks?', bakery)).toMatchObject({ elsewhere: [] });
  });
});

describe('a question with a mark before it', () => {
  it.each(['Q: What does Banks say about rye? A:', 'Question: Banks on rye', '问：Banks 怎么看 rye？答：'])(
    'is asked without: %s',
    (question) => {
      expect(speakersOf(ask(question, talks('bakery')))).toEqual(['Will Banks']);
    },
  );
});

describe('a name that several speakers bear', () => {
  it('means all of them, and nobody else', () => {
    const speakers = speakersOf(ask('What does Ortega say about the levy?'));
    expect(new Set(speakers)).toEqual(new Set(['Inês Ortega', 'Rafael Ortega']));
    const { ambiguous } = understoodQuestion(both, 'What does Ortega say about the levy?');
    expect(ambiguous.map(({ name, speakers }) => [name, speakers.length])).toEqual([['Ortega', 2]]);
  });

  it('means the one whom the question also names in full', () => {
    const { asked, ambiguous } = understoodQuestion(both, 'Rafael Ortega on wells: does Ortega want meters?');
    expect(asked.map(({ id }) => id)).toEqual(['Rafael Ortega']);
    expect(ambiguous).toEqual([]);
  });

  it('means only those of the seminar that is asked', () => {
    const { asked } = understoodQuestion(both, 'What does Ortega say?', 'orchard');
    expect(asked.map(({ id }) => id)).toEqual(['Rafael Ortega']);
  });
});

describe('several speakers', () => {
  it('are all searched, the excerpts of each together', () => {
    const speakers = speakersOf(ask('What do Lindqvist and Ortega say about dredging?', harbour));
    expect(new Set(speakers)).toEqual(new Set(['Tobias Lindqvist', 'Inês Ortega']));
    const changes = speakers.filter((speaker, at) => at > 0 && speaker !== speakers[at - 1]);
    expect(changes).toHaveLength(1);
  });

  it('are searched if they are compared', () => {
    for (const question of [
      'Compare Lindqvist with Inês on dredging',
      'dredging: Lindqvist vs Inês Ortega',
      '对比林奎斯特和奥尔特加: dredging',
    ]) {
      const { asked } = understoodQuestion(harbour, question);
      expect(new Set(asked.map(({ id }) => id)), question).toEqual(
        new Set(['Tobias Lindqvist', 'Inês Ortega']),
      );
    }
  });

  it('who do not answer are named apart', () => {
    const result = ask('What do Rafael Ortega and Tobias Lindqvist say about eels?');
    expect(result).toMatchObject({ kind: 'answer', silent: ['Rafael Ortega'] });
    expect(new Set(speakersOf(result))).toEqual(new Set(['Tobias Lindqvist']));
  });

  it('share the limit', () => {
    expect(speakersOf(ask('What do Lindqvist and Ortega say about dredging?', harbour, 2))).toHaveLength(2);
  });
});

describe('a speaker whose words are not wanted', () => {
  it.each([
    'What did everyone but Lindqvist say about dredging?',
    'Who apart from Tobias spoke about dredging?',
    'dredging, excluding Lindqvist',
    'Besides Tobias Lindqvist, who talks about dredging?',
    'dredging according to anybody other than Lindqvist',
    '除林奎斯特之外, dredging?',
    'dredging, 不算托比亚斯',
  ])('is left out: %s', (question) => {
    const speakers = speakersOf(ask(question, harbour));
    expect(speakers.length).toBeGreaterThan(0);
    expect(speakers).not.toContain('Tobias Lindqvist');
    expect(speakers).not.toContain(null);
  });
});

describe('how a seminar is searched', () => {
  it('is decided by its own turns', () => {
    const library = libraryOf([...harbour.transcripts, ...shipped.transcripts]);
    expect(library.indexOf('harbour').conversations).not.toBeNull();
    expect(library.indexOf('scsp-chips-2025').conversations).toBeNull();
  });

  it.each([
    'levy',
    'Who pays the levy?',
    'young eels in spring',
    'a levy on wells and meters',
    'cranes in storms',
  ])('does not depend on what stands beside it: %s', (question) => {
    const asked = { question, seminar: 'harbour' };
    const found = rankFor(both, asked).hits.map(({ document, ...figures }) => [document.id, figures]);
    const alone = rankFor(harbour, asked).hits.map(({ document, ...figures }) => [document.id, figures]);
    expect(found).toEqual(alone);
    // In the joint index the same words are less rare.
    expect(both.index.rarity('levi')).not.toBe(both.indexOf('harbour').rarity('levi'));
  });
});

describe('what a speaker is said to speak about', () => {
  const speaker = (id: string) => {
    const found = both.speakers.find((each) => each.id === id);
    if (!found) throw new Error(`No speaker ${id}.`);
    return found;
  };
  const topics = both.transcripts.flatMap((transcript) => transcript.topics);
  const spoken = (id: string) => topicsOf(both, topics, speaker(id), topics.length).map(({ en }) => en);

  it('is a topic only if one passage of theirs holds all of it', () => {
    expect(spoken('Grace Young')).toEqual(['drip irrigation', 'old wells']);
    // He speaks of wells, but not of old ones.
    expect(spoken('Rafael Ortega')).toEqual(['drip irrigation']);
    expect(spoken('Inês Ortega')).toEqual(['eels']);
  });
});
