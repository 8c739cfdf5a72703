import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { isSlash } from '../../commands/command.ts';
import { contentFrom } from '../../commands/digest/settings.ts';
import { commands } from '../../commands/index.ts';
import { speakersSteps, suggestSpeakers } from '../../commands/shared/choose.ts';
import { suggestionValue } from '../../commands/shared/suggestion-value.ts';
import { EVERYTHING } from '../../src/core/digest/digest.ts';
import { type Library, libraryOf } from '../../src/core/library.ts';
import { runToEnd } from '../../src/core/steps.ts';
import { peopleSteps } from '../../src/core/transcript/people.ts';
import { atOnce } from '../at-once.ts';
import { type DigestWorld, startDigestWorld } from '../digest/digest-world.ts';
import { permissions } from '../discord/stand-in.ts';
import { anyText, changed, contextOf, FILES, soundSeminar, TRANSCRIPT } from '../fixtures.ts';
import { FORBIDDEN, hostileText } from '../hostile-text.ts';

const peopleIn = atOnce(peopleSteps);

const LONG = 'the price of steel over forty years of building, '.repeat(7);
const TOPICS = [
  `${LONG}one`,
  `${LONG}two`,
  '😀'.repeat(120),
  '\u3164x',
  'steel\u202E\u{E0064}\u200B',
  '钢材',
];

/** Two seminars with topics and roles beyond what Discord takes, in which two people have one name. */
function awkwardLibrary(): Library {
  const list = TOPICS.map((topic) => JSON.stringify(topic)).map(
    (topic) => `  - { en: ${topic}, zh-CN: ${topic}, zh-TW: ${topic} }`,
  );
  const withTopics = changed(TRANSCRIPT, '  - { en: steel, zh-CN: 钢材, zh-TW: 鋼材 }', list.join('\n'));
  const seminars = ['bridges', 'arches'].map((id) =>
    soundSeminar({
      transcript: withTopics.replaceAll('role: { en: an engineer', `role: { en: "${LONG}${id}"`),
      files: { ...FILES, id },
    }),
  );
  return libraryOf(peopleIn(seminars));
}

const SUGGESTING = commands
  .filter(isSlash)
  .flatMap(({ name, options, subcommands }) =>
    (subcommands ?? [{ name: '', options }]).flatMap((called) =>
      called.options.flatMap((option) =>
        option.type === 'string' && (option.suggest || option.suggestStored)
          ? [[`${name} ${called.name}`.trim(), option.name] as const]
          : [],
      ),
    ),
  );

describe('completion in Discord', () => {
  let world: DigestWorld;
  beforeEach(async ({ onTestFinished }) => {
    world = await startDigestWorld({ isHurried: true });
    onTestFinished(world.close);
    world.context.library = awkwardLibrary();
  });

  const complete = (command: string, option: string, value: string, locale = 'en-GB', user = world.manager) =>
    world.standIn.autocomplete({
      command,
      option,
      value,
      locale,
      user,
      guild: world.guild,
      memberPermissions: permissions.manageGuild | permissions.viewChannel,
    });

  it('gives what Discord takes for every option, and hides nothing in it', async () => {
    const all: string[] = [];
    for (const [command, option] of SUGGESTING)
      for (const [at, typed] of ['', 's', '\u202E'].entries()) {
        const user = world.standIn.addUser({ name: 'Bo' });
        const choices = await complete(command, option, typed, at % 2 === 0 ? 'en-GB' : 'zh-TW', user);
        for (const { name, value } of choices) {
          expect(name + value).not.toMatch(FORBIDDEN);
          all.push(`${command} ${option}`);
        }
      }
    const completed = ['ask speaker', 'quote passage', 'transcript seminar', 'digest start topic'];
    expect([...new Set(all)]).toEqual(expect.arrayContaining(completed));
  });

  it('gives topics that mean themselves when they are sent, however long and whatever they hide', async () => {
    const offered = await complete('digest start', 'topic', '');
    expect(offered).toHaveLength(TOPICS.length);
    const others = {
      ...{ excerpts: undefined, seminar: undefined, from: undefined, until: undefined },
      ...{ speaker: undefined, language: undefined },
    };
    const meant = offered.map(({ value }) => {
      const given = { ...others, topic: String(value) };
      const content = runToEnd(contentFrom(given, EVERYTHING, world.context.library));
      return 'outcome' in content ? content : content.topic;
    });
    expect(meant.sort()).toEqual([...TOPICS].sort());
  });
});

describe('what choosing a speaker sends', () => {
  it('means this speaker, whatever the others of the name are called', async () => {
    const library = awkwardLibrary();
    const all = await suggestSpeakers('', contextOf(library), 'en');
    expect(all).toHaveLength(5);
    const meant = all.map(({ value }) => runToEnd(speakersSteps(value, library)));
    expect(meant).toEqual(library.speakers.map((speaker) => ({ speakers: [speaker], isGuess: false })));
    for (const { value } of all) expect(value.length).toBeLessThanOrEqual(100);
  });
});

describe('suggestionValue', () => {
  it('fits into Discord and is another one for every name', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, hostileText), fc.oneof(anyText, hostileText), (one, other) => {
        const value = suggestionValue(one);
        expect(value.trim()).not.toBe('');
        expect(value.length).toBeLessThanOrEqual(100);
        expect(value).not.toMatch(FORBIDDEN);
        expect(suggestionValue(other) === value).toBe(one === other);
      }),
    );
  });
});
