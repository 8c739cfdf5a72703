import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDeleted, readSaid, spokenTo } from '../../src/bot/said.ts';

const BOT = '100000000000000001';
const PERSON = '100000000000000002';
const MESSAGE = {
  id: '100000000000000003',
  channel_id: '100000000000000004',
  guild_id: '100000000000000005',
  type: 0,
  author: { id: PERSON },
  content: `<@${BOT}> hello`,
  mention_everyone: false,
  timestamp: '2026-01-01T00:00:00.000000+00:00',
  edited_timestamp: null,
};
const reference = { message_id: '100000000000000006' };
const REPLY = { type: 19, message_reference: reference };
const spoken = (changes: object) => {
  const said = readSaid({ ...MESSAGE, ...changes });
  return said && spokenTo(said, BOT);
};

describe('who speaks to the bot', () => {
  it.each([
    ['by its name', {}, 'by-name'],
    ['in a direct message', { guild_id: undefined, content: 'hello' }, 'directly'],
    ['to everybody', { mention_everyone: true }, null],
    ['to somebody else', { content: `<@${PERSON}> hello` }, null],
    ['a bot', { author: { id: PERSON, bot: true } }, null],
    ['the system', { author: { id: PERSON, system: true } }, null],
    ['a webhook', { webhook_id: PERSON }, null],
    [
      'an announcement of another server',
      { webhook_id: PERSON, flags: 2, message_reference: { ...reference, type: 0 } },
      null,
    ],
    ['a notice', { type: 7 }, null],
    [
      'in reply to the bot',
      {
        type: 19,
        content: 'hello',
        message_reference: reference,
        referenced_message: { id: reference.message_id, author: { id: BOT } },
      },
      'by-reply',
    ],
    [
      'in reply to the bot without a ping, which leaves no content',
      {
        type: 19,
        content: '',
        message_reference: reference,
        referenced_message: { id: reference.message_id, author: { id: BOT } },
      },
      null,
    ],
    [
      'in reply to somebody else',
      {
        type: 19,
        content: 'hello',
        message_reference: reference,
        referenced_message: { id: reference.message_id, author: { id: PERSON } },
      },
      null,
    ],
    [
      'in reply to what is deleted',
      { type: 19, content: 'hello', message_reference: reference, referenced_message: null },
      null,
    ],
    [
      'in reply to what did not come along',
      { type: 19, content: 'hello', message_reference: reference },
      'by-reply',
    ],
    [
      'in reply to what is malformed',
      { type: 19, content: 'hello', message_reference: reference, referenced_message: 7 },
      'by-reply',
    ],
    ['by a forwarded message', { content: 'hello', message_reference: { ...reference, type: 1 } }, null],
  ])('%s', (_who, changes, how) => {
    expect(spoken(changes)).toBe(how);
  });

  it('is nobody in events of any shape', () => {
    fc.assert(
      fc.property(fc.anything(), fc.constantFrom(...Object.keys(MESSAGE)), (value, name) => {
        expect(readSaid(value)).toBeNull();
        expect(() => spoken({ [name]: value })).not.toThrow();
        expect(() => spoken({ ...REPLY, [name]: value })).not.toThrow();
        expect(() => spoken({ ...REPLY, referenced_message: { id: BOT, author: value } })).not.toThrow();
        expect(() => readDeleted(value)).not.toThrow();
      }),
    );
  });
});

describe('when a message was written and edited', () => {
  it('is read in milliseconds', () => {
    const edited_timestamp = '2026-01-01T00:01:00.5+00:00';
    const at = Date.UTC(2026, 0, 1);
    expect(readSaid({ ...MESSAGE, edited_timestamp })).toMatchObject({ at, editedAt: at + 60_500 });
    expect(readSaid(MESSAGE)).toMatchObject({ editedAt: null });
  });
});

describe('deleted messages', () => {
  it('are one or many', () => {
    expect(readDeleted({ id: MESSAGE.id })).toEqual([MESSAGE.id]);
    expect(readDeleted({ ids: [MESSAGE.id, PERSON] })).toEqual([MESSAGE.id, PERSON]);
    expect(readDeleted({ ids: [7] })).toEqual([]);
  });
});
