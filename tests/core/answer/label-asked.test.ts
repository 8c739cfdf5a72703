import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelAsked } from '../../../src/core/answer/label-asked.ts';
import { ferry, lightLibrary, lightSeminar } from '../../light-seminars.ts';

const harbour = lightSeminar(
  'harbour',
  'title: Harbour\nspeakers: [{ name: SPEAKER_02, anonymous: voice }, { name: 记者, anonymous: reporter }]',
  [
    ['SPEAKER_02', 'The quay is closed until May.'],
    ['记者', '码头什么时候开放？'],
  ],
);
const { transcripts } = lightLibrary(ferry(), harbour);
const named = (question: string) => {
  const found = labelAsked(question, transcripts);
  return found && { names: found.speakers.map(({ name }) => name), rest: words(found.rest) };
};
const words = (text: string) => text.replace(/[\s?？]+/gu, ' ').trim();

describe('labelAsked', () => {
  it.each([
    ['What did Q say about the tolls?', ['Q', '记者'], 'What did about the tolls'],
    ['what did the reporters ask about tolls?', ['Q', '记者'], 'what did about tolls'],
    ['Questions from journalists on the ferry', ['Q', '记者'], 'Questions from on the ferry'],
    ['Q on the ferry', ['Q', '记者'], 'on the ferry'],
    ['记者问了什么？', ['Q', '记者'], '什么'],
    ['請問記者們問了什麼關於渡輪的事？', ['Q', '记者'], '請問 什麼關於渡輪的事'],
    ['what did speaker 1 say', ['Speaker 1'], 'what did'],
    ['Speaker 2 on budget', ['SPEAKER_02'], 'on budget'],
    ['录音中的发言人 1 怎么看隧道？', ['Speaker 1'], '怎么看隧道'],
    ['What did the person answering say about the county?', ['A'], 'What did about the county'],
    ['What did the unknown speaker say about bridges?', ['Unknown Speaker'], 'What did about bridges'],
  ])('finds in %s whose words are asked for', (question, names, rest) => {
    expect(named(question)).toEqual({ names, rest });
  });

  it.each(['who is Speaker 1?', 'Who is the reporter?', '谁是记者？', '记者是谁？'])(
    'finds in %s who is asked about',
    (question) => expect(labelAsked(question, transcripts)).toMatchObject({ isWho: true, rest: '' }),
  );

  it.each([
    'What did she tell the reporters?',
    'Who told the reporters about the tolls?',
    'Are reporters allowed on the ferry?',
    '总理对记者说了什么？',
    '记者会什么时候开？',
    '记者问题很多吗？',
    'What does IQ mean?',
    'What is Q1 revenue?',
    'what did speaker 7 say',
    'Did anybody ask the speaker a question?',
    'Everybody except Speaker 1 on tunnels',
    'Who agreed with Speaker 1?',
    '',
  ])('finds nothing in %s', (question) => expect(labelAsked(question, transcripts)).toBeNull());

  it('finds nothing where nobody has such a label', () => {
    const plain = lightSeminar('plain', 'title: Plain\nspeakers: [Bo Park]', [['Bo Park', 'Hello to all.']]);
    expect(labelAsked('what did Q say?', [plain])).toBeNull();
  });

  it('adds no word to what is asked', () => {
    const piece = fc.constantFrom(
      ...['what did ', 'Q', ' the reporters', ' say', ' Speaker 1', '记者', '问了', '?', ' on ', 'x', ' '],
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const question = pieces.join('');
        for (const word of words(labelAsked(question, transcripts)?.rest ?? '').split(' '))
          expect(question).toContain(word);
      }),
    );
  });
});
