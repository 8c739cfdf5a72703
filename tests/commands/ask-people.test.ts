import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../../commands/ask.ts';
import { answerActions } from '../../commands/buttons/answer.ts';
import type { ActionHandler } from '../../commands/command.ts';
import { comparisonSteps } from '../../commands/compare.ts';
import { LOCALES } from '../../src/core/language/locale.ts';
import { renderJson } from '../../src/render/json.ts';
import { renderTerminal } from '../../src/render/terminal.ts';
import { excerptsOf, type Reply } from '../../src/reply/reply.ts';
import { atOnce } from '../at-once.ts';
import { type BotWorld, startBotWorld } from '../bot/bot-world.ts';
import { componentTypes, everyComponent } from '../discord/components.ts';
import { type Guild, type User, visibleText } from '../discord/stand-in.ts';
import { contextOf } from '../fixtures.ts';
import { talks } from '../short-turns.ts';

const compare = atOnce(comparisonSteps);

const both = contextOf(talks('harbour', 'orchard'));
const harbour = contextOf(talks('harbour'));
const bakery = contextOf(talks('bakery'));

const shown = (reply: Reply, locale: (typeof LOCALES)[number] = 'en') =>
  renderTerminal(reply, { locale, colour: false });
const speakersOf = (reply: Reply) => excerptsOf(reply).map(({ passage }) => passage.speaker?.id);
const press = async (reply: Reply, at: number): Promise<Reply> => {
  const { run } = answerActions.only as ActionHandler;
  const button = reply.actions?.filter(({ name }) => name === 'only')[at];
  if (!button) throw new Error(`There is no button ${at}.`);
  return (await run(button.args, both, { id: '1', name: 'Ada', request: '2' })) as Reply;
};

describe('an answer to a question that names several of one name', () => {
  const reply = ask({ question: 'What does Ortega say about the levy?' }, both);

  it('says who they are, each with their role, in every language', () => {
    expect(shown(reply)).toContain(
      '"Ortega" can mean Inês Ortega (harbour master of Porto) or Rafael Ortega (grower of pears in Lleida).',
    );
    expect(shown(reply, 'zh-CN')).toContain('伊内斯·奥尔特加（Inês Ortega，harbour master of Porto）或');
    for (const locale of LOCALES) {
      expect(shown(reply, locale)).toContain('harbour master of Porto');
      expect(shown(reply, locale)).toContain('Rafael Ortega');
    }
  });

  it('has a button for each, which leaves that speaker’s excerpts', async () => {
    for (const at of [0, 1]) {
      const one = await press(reply, at);
      expect(new Set(speakersOf(one)).size).toBe(1);
    }
    expect(speakersOf(await press(reply, 0))[0]).toBe('Inês Ortega');
    expect(speakersOf(await press(reply, 1))[0]).toBe('Rafael Ortega');
  });

  it('has a button also for who does not answer, which says so', async () => {
    const eels = ask({ question: 'What does Ortega say about eels?' }, both);
    expect(new Set(speakersOf(eels))).toEqual(new Set(['Inês Ortega']));
    expect(shown(eels)).toMatch(/^Nothing found by Rafael Ortega\.$/m);
    const silent = await press(eels, 1);
    expect(silent.outcome).toBe('refused');
    expect(shown(silent)).toContain('Found nothing by Rafael Ortega');
  });

  it('is the same if the option has the name', () => {
    const option = ask({ question: 'levy', speaker: 'ortega' }, both);
    expect(new Set(speakersOf(option))).toEqual(new Set(['Inês Ortega', 'Rafael Ortega']));
    expect(option.actions?.filter(({ name }) => name === 'only')).toHaveLength(2);
    expect(shown(option)).toContain('"ortega" can mean');
  });
});

describe('the option for a speaker', () => {
  it.each(['Lindqvits', 'tobias lindquist', 'Mr. Lindqvist', 'Tobias Lindqvist!'])(
    'understands %s',
    (speaker) => {
      expect(new Set(speakersOf(ask({ question: 'dredging', speaker }, harbour)))).toEqual(
        new Set(['Tobias Lindqvist']),
      );
    },
  );

  it('says what a misspelt name was taken for', () => {
    const reply = ask({ question: 'dredging', speaker: 'Lindqvits' }, harbour);
    expect(shown(reply)).toContain('Took "Lindqvits" to mean Tobias Lindqvist.');
    expect(shown(ask({ question: 'dredging', speaker: 'tobias' }, harbour))).not.toContain('Took');
  });

  it('offers the nearest name for one that nobody has', () => {
    const reply = ask({ question: 'dredging', speaker: 'Lindkwest' }, harbour);
    expect(reply.outcome).toBe('failed');
    expect(shown(reply)).toContain('Did you mean Tobias Lindqvist?');
  });

  it('knows only the speakers of the seminar that is asked', () => {
    const reply = ask({ question: 'levy', speaker: 'Tobias', seminar: 'orchard' }, both);
    expect(reply.outcome).toBe('failed');
    expect(speakersOf(ask({ question: 'levy', speaker: 'Ortega', seminar: 'orchard' }, both))).toContain(
      'Rafael Ortega',
    );
  });
});

describe('what comes closest of what one speaker says', () => {
  const reply = ask({ question: 'What does Tobias think of the levy?' }, harbour);

  it('says whose words were searched, and who else speaks about it, with the words', () => {
    expect(reply.outcome).toBe('closest');
    expect(shown(reply)).toMatch(/^Tobias Lindqvist may have said nothing that answers this\./);
    expect(shown(reply)).toContain('From other speakers:\n\n2. Inês Ortega, line 8\n   Ships will not wait');
    expect(shown(reply)).not.toContain('Searched only');
    expect(speakersOf(reply)).toEqual(['Tobias Lindqvist', 'Inês Ortega']);
  });

  it('has these words apart from an answer as JSON', () => {
    const json = renderJson(reply, 'en');
    expect(json).toMatchObject({
      answered: false,
      excerpts: [{ speaker: 'Tobias Lindqvist' }],
      elsewhere: [{ speaker: 'Inês Ortega' }],
    });
  });

  it('never offers a topic that the speaker does not speak of', () => {
    const refused = shown(ask({ question: 'What does Tobias think of tariffs?' }, harbour));
    expect(refused).toContain('  - eels');
    expect(refused).not.toContain('night shifts');
  });
});

describe('a question who somebody is', () => {
  it.each([
    ['Who is Grace Young?', 'Grace Young – a hydrologist'],
    ['who wrote Eel Grass?', 'Tobias Lindqvist – a biologist who wrote the book "Eel Grass"'],
    ['Which speaker is harbour master?', 'Inês Ortega – harbour master of Porto'],
    ["What is Grace's job?", 'Grace Young – a hydrologist'],
    ['Who grows pears?', null],
    ['Who is the mayor of Porto?', null],
    ['Who is Ortega?', 'Rafael Ortega – grower of pears in Lleida'],
    ['格蕾丝·杨是谁?', 'Grace Young – a hydrologist'],
    ['谁是 hydrologist?', 'Grace Young – a hydrologist'],
  ])('is answered by the role, if a speaker has it: %s', (question, line) => {
    const text = shown(ask({ question }, both));
    if (line === null) expect(text).not.toContain('From what they said:');
    else expect(text.split('\n').slice(0, 3)).toContain(line);
  });

  it.each([
    ['Who leads the guild of bakers?', ['June Ames – head of the guild of bakers']],
    [
      'Who is the deputy head of the guild of bakers?',
      ["Siobhan O'Dowd – deputy head of the guild of bakers"],
    ],
    ['谁是赵老师', ['Zhao Min – pastry cook', 'Zhao Feng – food chemist']],
  ])('is the first and not the second, and everybody of the name: %s', (question, lines) => {
    const roles = shown(ask({ question }, bakery)).split('From what they said:')[0] ?? '';
    expect(roles.split('\n').filter((line) => line.includes(' – '))).toEqual(lines);
  });

  it('quotes nobody but whom it names', () => {
    expect(new Set(speakersOf(ask({ question: 'Who is Grace Young?' }, both)))).toEqual(
      new Set(['Grace Young']),
    );
  });
});

describe('a comparison', () => {
  it('is of those whom the question names, if they are several', () => {
    const reply = compare({ question: 'Tobias and Inês on dredging' }, both);
    expect(new Set(speakersOf(reply))).toEqual(new Set(['Tobias Lindqvist', 'Inês Ortega']));
    expect(shown(reply)).toMatch(/^What speakers say on this \(2 of 2\):$/m);
  });

  it('leaves out whom the question excludes', () => {
    expect(speakersOf(compare({ question: 'dredging, except Tobias' }, both))).toEqual(['Inês Ortega']);
  });

  it('says whom it leaves out', () => {
    expect(shown(compare({ question: 'dredging, except Tobias' }, both))).toContain(
      'Left out Tobias Lindqvist, and passages without a named speaker.',
    );
  });

  it('says what others say, if those whom it names do not', () => {
    const reply = compare({ question: 'June and Will on puff pastry' }, bakery);
    expect(reply.outcome).toBe('closest');
    const [own = '', others = ''] = shown(reply).split('From other speakers:');
    expect(own).not.toContain('Zhao Min');
    expect(others).toContain('Zhao Min, line 6\n   **Butter must be cold for puff pastry');
    expect(speakersOf(reply).at(-1)).toBe('Zhao Min');
  });

  it('can be of one seminar', () => {
    const reply = compare({ question: 'levy', seminar: 'orchard' }, both);
    expect(new Set(speakersOf(reply))).toEqual(new Set(['Rafael Ortega', 'Grace Young']));
  });
});

describe('a choice among people of one name in Discord', () => {
  let world: BotWorld;
  let guild: Guild;
  let user: User;

  beforeAll(async () => {
    world = await startBotWorld({ context: both });
    guild = world.standIn.addGuild();
    user = world.standIn.addUser({ name: 'Ada' });
  });
  afterAll(() => world.close());

  it('is taken by Discord, and answered in place', async () => {
    const options = { question: 'What does Ortega say about the levy?' };
    const message = await world.standIn.invoke({ command: 'ask', options, user, guild }).reply();
    const ids = everyComponent(message.components).flatMap(({ component }) => component.custom_id ?? []);
    const customId = ids.filter((id) => id.startsWith('only:'))[1];
    if (customId === undefined) throw new Error('There is no second button to choose somebody.');
    const chosen = await world.standIn.click({ message, customId, user, guild }).reply();
    expect(visibleText(chosen)).toContain('Only what Rafael Ortega said:');
    expect(visibleText(chosen)).toContain('**Rafael Ortega**, line 3\n');
    expect(visibleText(chosen)).not.toContain('Inês Ortega');
  });

  it('leaves room in the one row for the button that removes the answer, or shares it', async () => {
    const question = 'What does Ortega say about the levy?';
    for (const isPrivate of [false, true]) {
      const options = { question, private: isPrivate };
      const message = await world.standIn.invoke({ command: 'ask', options, user, guild }).reply();
      const rows = message.components.filter(({ type }) => type === componentTypes.actionRow);
      const names = rows.map((row) => row.components?.map(({ custom_id }) => custom_id?.split(':')[0]));
      expect(names).toEqual([['only', 'only', 'whole', 'more', isPrivate ? 'share' : 'remove']]);
    }
  });
});
