import { describe, expect, it } from 'vitest';
import { peopleAskedForSteps } from '../../../src/core/answer/who-is.ts';
import { atOnce } from '../../at-once.ts';
import { corpus } from '../../fixtures.ts';

const peopleAskedFor = atOnce(peopleAskedForSteps);

const people = async (question: string) =>
  peopleAskedFor(await corpus(), question).map(({ speaker }) => speaker.id);

describe('the people for whom a question asks', () => {
  it.each([
    ['Who is Reva Goujon?', ['Reva Goujon']],
    ['which panelist works at Rhodium Group', ['Reva Goujon']],
    ['《芯片战争》是谁写的?', ['Chris Miller']],
    ['《晶片戰爭》的作者是誰?', ['Chris Miller']],
    ['谁写了《芯片战争》', ['Chris Miller']],
    ['哪位嘉宾来自荣鼎集团?', ['Reva Goujon']],
    ['谁是《纽约时报》记者', ['Ana Swanson']],
    ['古戎是谁?', ['Reva Goujon']],
    ['请问米勒是谁', ['Chris Miller']],
    ['can you tell me who Estevez is', ['Alan Estevez']],
    ['Who was head of BIS?', ['Alan Estevez', 'Nazak Nikakhtar']],
  ])('have the name or the whole role: %s', async (question, ids) => {
    expect(await people(question)).toEqual(ids);
  });

  it.each([
    'Who wrote the AI diffusion rule?',
    'Who is hurt by export controls?',
    'who leads in lithography',
    '谁写的报道?',
    '谁创办了荣鼎集团?',
    '谁是赢家?',
    'Who is Jensen Huang?',
    'Who is Miller talking about?',
    'What does BIS do?',
  ])('are none where something else is asked: %s', async (question) => {
    expect(await people(question)).toEqual([]);
  });
});
