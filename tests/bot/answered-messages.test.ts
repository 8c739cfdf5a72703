import { describe, expect, it } from 'vitest';
import { answeredMessages, MOST_QUESTIONS, REMEMBERED_MS } from '../../src/bot/answered-messages.ts';
import { busyChannels, MOST_STANDING, STANDING_MS } from '../../src/bot/busy-channels.ts';

const said = (id: string) => ({
  id,
  channel: 'general',
  server: null,
  author: 'Ada',
  isToAll: false,
  content: 'steel?',
  at: 0,
  editedAt: null,
  repliesTo: null,
});

describe('which answer belongs to which question', () => {
  it('is known both ways, without the words', () => {
    const messages = answeredMessages(() => 0);
    const question = messages.remember(said('1'));
    expect(messages.remember(said('1'))).toBe(question);
    messages.note(question, { id: '2', isOffer: false });
    expect([messages.get('1'), messages.answeredBy('2')]).toEqual([question, question]);
    expect(JSON.stringify(question)).not.toContain('steel');
    messages.note(question, null);
    expect(messages.answeredBy('2')).toBeNull();
    messages.forget(question);
    expect(messages.get('1')).toBeNull();
  });

  it('is forgotten after a day', () => {
    let time = 0;
    const messages = answeredMessages(() => time);
    messages.note(messages.remember(said('1')), { id: 'answer', isOffer: false });
    time = REMEMBERED_MS - 1;
    messages.remember(said('2'));
    expect(messages.get('1')).not.toBeNull();
    time++;
    messages.remember(said('3'));
    expect([messages.get('1'), messages.answeredBy('answer')]).toEqual([null, null]);
    expect(messages.get('2')).not.toBeNull();
  });

  it('is known of the newest questions alone, if there are many', () => {
    const messages = answeredMessages(() => 0);
    for (let id = 0; id <= MOST_QUESTIONS; id++) messages.remember(said(String(id)));
    expect([
      messages.get('0'),
      messages.get('1') !== null,
      messages.get(String(MOST_QUESTIONS)) !== null,
    ]).toEqual([null, true, true]);
  });
});

describe('a place for an answer in a channel', () => {
  it('is kept for as long as the answer is made, and a minute more', () => {
    let time = 0;
    const busy = busyChannels(() => time);
    const questions = Array.from({ length: MOST_STANDING }, (_, at) => `question ${at}`);
    for (const question of questions) expect(busy.take('general', question)).toBe(true);
    time += 10 * STANDING_MS;
    expect([busy.take('general', 'next'), busy.take('general', 'question 0')]).toEqual([false, true]);
    busy.stands('general', 'question 0');
    time += STANDING_MS - 1;
    expect(busy.take('general', 'next')).toBe(false);
    time++;
    expect(busy.take('general', 'next')).toBe(true);
    busy.free('general', 'question 1');
    expect([busy.take('general', 'another'), busy.take('general', 'one more')]).toEqual([true, false]);
    expect(busy.take('elsewhere', 'one more')).toBe(true);
  });
});
