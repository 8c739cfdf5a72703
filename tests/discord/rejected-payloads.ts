/** A payload Discord refuses, and one near to it that Discord takes, so that no rule can refuse everything. */
export interface RejectedPayload {
  rule: string;
  /** What the payload is sent as. */
  as:
    | 'commands'
    | 'channel message'
    | 'reply'
    | 'edit of a V2 reply'
    | 'edit of a plain reply'
    | 'choices'
    | 'modal';
  rejected: unknown;
  /** The code of the refusal; 50035 is "Invalid Form Body". */
  code: number;
  /** Where in the body Discord puts the blame, for 50035. */
  at?: string;
  accepted: unknown;
}

const V2 = 32768;
const repeat = (count: number, make: (index: number) => unknown) =>
  Array.from({ length: count }, (_, i) => make(i));

const command = (rest: object = {}) => [{ name: 'ask', description: 'Asks.', ...rest }];
const option = (rest: object = {}) => ({ type: 3, name: 'question', description: 'What to ask.', ...rest });
const withOptions = (...options: object[]) => command({ options });
const withChoices = (...choices: unknown[]) => withOptions(option({ choices }));
const text = (content: string) => ({ type: 10, content });
const v2 = (...components: unknown[]) => ({ flags: V2, components });
const button = (rest: object = {}) => ({ type: 2, style: 2, custom_id: 'one', label: 'One', ...rest });
const row = (...components: unknown[]) => ({ type: 1, components });
const link = (url: string) => ({ type: 2, style: 5, label: 'Go', url });
const section = (rest: object = {}) => ({
  type: 9,
  components: [text('Hi')],
  accessory: link('https://example.org'),
  ...rest,
});
const container = (rest: object = {}) => ({ type: 17, components: [text('Hi')], ...rest });
const plain = (...components: unknown[]) => ({ content: 'Hello', components });
const numbered = (count: number) => repeat(count, (index) => button({ custom_id: `button-${index}` }));
const select = (rest: object = {}) => ({
  type: 3,
  custom_id: 'select',
  options: [
    { label: 'A', value: 'a' },
    { label: 'B', value: 'b' },
  ],
  ...rest,
});
const input = (rest: object = {}) => ({ type: 4, custom_id: 'text', style: 1, ...rest });
const label = (component: unknown, rest: object = {}) => ({ type: 18, label: 'Text', component, ...rest });
const modal = (components: unknown[], rest: object = {}) => ({
  custom_id: 'modal',
  title: 'A modal',
  components,
  ...rest,
});

const commandRules: Omit<RejectedPayload, 'as' | 'code'>[] = [
  {
    rule: 'a slash command name is lower case',
    rejected: command({ name: 'Ask' }),
    at: '0.name',
    accepted: command(),
  },
  {
    rule: 'a slash command name has no spaces',
    rejected: command({ name: 'ask it' }),
    at: '0.name',
    accepted: command({ name: 'ask-it' }),
  },
  {
    rule: 'a name has at most 32 characters',
    rejected: command({ name: 'a'.repeat(33) }),
    at: '0.name',
    accepted: command({ name: 'a'.repeat(32) }),
  },
  {
    rule: 'a localised name follows the same pattern',
    rejected: command({ name_localizations: { fr: 'Demander' } }),
    at: '0.name_localizations.fr',
    accepted: command({ name_localizations: { fr: 'demander', hi: 'पूछें' } }),
  },
  {
    rule: 'localisations are keyed by Discord locales',
    rejected: command({ name_localizations: { en: 'ask' } }),
    at: '0.name_localizations',
    accepted: command({ name_localizations: { 'en-GB': 'ask' } }),
  },
  {
    rule: 'a slash command has a description',
    rejected: [{ name: 'ask' }],
    at: '0.description',
    accepted: command(),
  },
  {
    rule: 'a description has at most 100 characters',
    rejected: command({ description: 'a'.repeat(101) }),
    at: '0.description',
    accepted: command({ description: 'a'.repeat(100) }),
  },
  {
    rule: 'a localised description has at most 100 characters',
    rejected: command({ description_localizations: { fr: 'a'.repeat(101) } }),
    at: '0.description_localizations.fr',
    accepted: command({ description_localizations: { fr: 'a'.repeat(100) } }),
  },
  {
    rule: 'a message command has no description',
    rejected: [{ type: 3, name: 'Explain this', description: 'Explains.' }],
    at: '0.description',
    accepted: [{ type: 3, name: 'Explain this' }],
  },
  {
    rule: 'a user command has no options',
    rejected: [{ type: 2, name: 'Who', options: [option()] }],
    at: '0.options',
    accepted: [{ type: 2, name: 'Who' }],
  },
  {
    rule: 'an option name is lower case',
    rejected: withOptions(option({ name: 'Question' })),
    at: '0.options.0.name',
    accepted: withOptions(option()),
  },
  {
    rule: 'a localised option name is lower case',
    rejected: withOptions(option({ name_localizations: { de: 'Frage' } })),
    at: '0.options.0.name_localizations.de',
    accepted: withOptions(option({ name_localizations: { de: 'frage' } })),
  },
  {
    rule: 'an option has a description',
    rejected: withOptions(option({ description: '' })),
    at: '0.options.0.description',
    accepted: withOptions(option()),
  },
  {
    rule: 'a localised option description has at most 100 characters',
    rejected: withOptions(option({ description_localizations: { ja: 'あ'.repeat(101) } })),
    at: '0.options.0.description_localizations.ja',
    accepted: withOptions(option({ description_localizations: { ja: 'あ'.repeat(100) } })),
  },
  {
    rule: 'required options come before optional ones',
    rejected: withOptions(option(), option({ name: 'seminar', required: true })),
    at: '0.options.1',
    accepted: withOptions(option({ required: true }), option({ name: 'seminar' })),
  },
  {
    rule: 'option names differ',
    rejected: withOptions(option(), option()),
    at: '0.options.1',
    accepted: withOptions(option(), option({ name: 'other' })),
  },
  {
    rule: 'a command has at most 25 options',
    rejected: withOptions(...(repeat(26, (i) => option({ name: `o${i}` })) as object[])),
    at: '0.options',
    accepted: withOptions(...(repeat(25, (i) => option({ name: `o${i}` })) as object[])),
  },
  {
    rule: 'subcommands stand beside subcommands only',
    rejected: withOptions({ type: 1, name: 'set', description: 'Sets.' }, option()),
    at: '0.options',
    accepted: withOptions({ type: 1, name: 'set', description: 'Sets.', options: [option()] }),
  },
  {
    rule: 'an option has at most 25 choices',
    rejected: withChoices(...repeat(26, (i) => ({ name: `c${i}`, value: `${i}` }))),
    at: '0.options.0.choices',
    accepted: withChoices(...repeat(25, (i) => ({ name: `c${i}`, value: `${i}` }))),
  },
  {
    rule: 'a choice has a name',
    rejected: withChoices({ name: '', value: 'a' }),
    at: '0.options.0.choices.0.name',
    accepted: withChoices({ name: 'A', value: 'a' }),
  },
  {
    rule: 'a choice name has at most 100 characters',
    rejected: withChoices({ name: 'a'.repeat(101), value: 'a' }),
    at: '0.options.0.choices.0.name',
    accepted: withChoices({ name: 'a'.repeat(100), value: 'a' }),
  },
  {
    rule: 'choice names differ',
    rejected: withChoices({ name: 'A', value: 'a' }, { name: 'A', value: 'b' }),
    at: '0.options.0.choices.1',
    accepted: withChoices({ name: 'A', value: 'a' }, { name: 'B', value: 'b' }),
  },
  {
    rule: 'a choice value has at most 100 characters',
    rejected: withChoices({ name: 'A', value: 'a'.repeat(101) }),
    at: '0.options.0.choices.0.value',
    accepted: withChoices({ name: 'A', value: 'a'.repeat(100) }),
  },
  {
    rule: 'an option has choices or autocomplete',
    rejected: withOptions(option({ autocomplete: true, choices: [{ name: 'A', value: 'a' }] })),
    at: '0.options.0.choices',
    accepted: withOptions(option({ autocomplete: true, choices: [] })),
  },
  {
    rule: 'a minimum is not above its maximum',
    rejected: withOptions(option({ min_length: 5, max_length: 4 })),
    at: '0.options.0',
    accepted: withOptions(option({ min_length: 4, max_length: 4 })),
  },
  {
    rule: 'a command holds at most 8000 characters',
    rejected: withOptions(...bulky(25)),
    at: '0',
    accepted: withOptions(...bulky(2)),
  },
  {
    rule: 'contexts are known',
    rejected: command({ contexts: [3] }),
    at: '0.contexts.0',
    accepted: command({ contexts: [0, 1, 2] }),
  },
  {
    rule: 'contexts do not repeat',
    rejected: command({ contexts: [0, 0] }),
    at: '0.contexts',
    accepted: command({ contexts: [0] }),
  },
  {
    rule: 'integration types are known',
    rejected: command({ integration_types: [2] }),
    at: '0.integration_types.0',
    accepted: command({ integration_types: [0, 1] }),
  },
  {
    rule: 'commands of one type have different names',
    rejected: [...command(), ...command()],
    at: '1',
    accepted: [...command(), { type: 3, name: 'ask' }],
  },
];

/** Options whose choices fill a command up, about 3900 characters to each. */
function bulky(count: number): object[] {
  const choices = repeat(25, (index) => ({
    name: `${index}`.padEnd(60, 'n'),
    value: `${index}`.padEnd(90, 'v'),
  }));
  return repeat(count, (index) => option({ name: `o${index}`, choices })) as object[];
}

const messageRules: Omit<RejectedPayload, 'as' | 'code'>[] = [
  {
    rule: 'content has at most 2000 characters',
    rejected: { content: 'a'.repeat(2001) },
    at: 'content',
    accepted: { content: 'a'.repeat(2000) },
  },
  {
    rule: 'a message has at most 10 embeds',
    rejected: { embeds: repeat(11, () => ({ title: 'T' })) },
    at: 'embeds',
    accepted: { embeds: repeat(10, () => ({ title: 'T' })) },
  },
  {
    rule: 'embeds hold at most 6000 characters together',
    rejected: {
      embeds: [
        { description: 'a'.repeat(4000) },
        { description: 'b'.repeat(1990), footer: { text: 'c'.repeat(11) } },
      ],
    },
    at: 'embeds',
    accepted: {
      embeds: [
        { description: 'a'.repeat(4000) },
        { description: 'b'.repeat(1990), footer: { text: 'c'.repeat(10) } },
      ],
    },
  },
  {
    rule: 'mentions are parsed or listed',
    rejected: { content: 'Hi', allowed_mentions: { parse: ['users'], users: ['1'] } },
    at: 'allowed_mentions',
    accepted: { content: 'Hi', allowed_mentions: { parse: ['roles'], users: ['1'] } },
  },
  {
    rule: 'content does not go with the V2 flag',
    rejected: { ...v2(text('Hi')), content: 'Hi' },
    at: 'content',
    accepted: v2(text('Hi')),
  },
  {
    rule: 'embeds do not go with the V2 flag',
    rejected: { ...v2(text('Hi')), embeds: [{ title: 'T' }] },
    at: 'embeds',
    accepted: { ...v2(text('Hi')), embeds: [] },
  },
  {
    rule: 'a text display needs the V2 flag',
    rejected: plain(text('Hi')),
    at: 'components.0',
    accepted: v2(text('Hi')),
  },
  {
    rule: 'a container needs the V2 flag',
    rejected: plain({ type: 17, components: [text('Hi')] }),
    at: 'components.0',
    accepted: v2({ type: 17, components: [text('Hi')] }),
  },
  {
    rule: 'a separator needs the V2 flag',
    rejected: plain({ type: 14 }),
    at: 'components.0',
    accepted: v2({ type: 14 }, text('Hi')),
  },
  {
    rule: 'a section needs the V2 flag',
    rejected: plain({ type: 9, components: [text('Hi')], accessory: button() }),
    at: 'components.0',
    accepted: v2({ type: 9, components: [text('Hi')], accessory: button() }),
  },
  {
    rule: 'component types are known',
    rejected: v2({ type: 99 }),
    at: 'components.0',
    accepted: v2({ type: 14 }),
  },
  {
    rule: 'a V2 message has at most 40 components, nested ones counted',
    rejected: v2({ type: 17, components: repeat(40, () => text('a')) }),
    at: 'components',
    accepted: v2({ type: 17, components: repeat(39, () => text('a')) }),
  },
  {
    rule: 'text displays hold at most 4000 characters together',
    rejected: v2(text('a'.repeat(2000)), text('b'.repeat(2001))),
    at: 'components',
    accepted: v2(text('a'.repeat(2000)), text('b'.repeat(2000))),
  },
  {
    rule: 'a text display is not empty',
    rejected: v2(text('')),
    at: 'components.0.content',
    accepted: v2(text('a')),
  },
  {
    rule: 'a text display is not blank',
    rejected: v2(text(' \n')),
    at: 'components.0.content',
    accepted: v2(text(' a')),
  },
  {
    rule: 'a section has at most 3 texts',
    rejected: v2({ type: 9, components: repeat(4, () => text('a')), accessory: button() }),
    at: 'components.0.components',
    accepted: v2({ type: 9, components: repeat(3, () => text('a')), accessory: button() }),
  },
  {
    rule: 'a custom id has at most 100 characters',
    rejected: plain(row(button({ custom_id: 'a'.repeat(101) }))),
    at: 'components.0.components.0.custom_id',
    accepted: plain(row(button({ custom_id: 'a'.repeat(100) }))),
  },
  {
    rule: 'a custom id is not empty',
    rejected: plain(row(button({ custom_id: '' }))),
    at: 'components.0.components.0.custom_id',
    accepted: plain(row(button())),
  },
  {
    rule: 'custom ids differ within a message',
    rejected: v2(row(button()), { type: 17, components: [row(button())] }),
    at: 'components.1.components.0.components.0.custom_id',
    accepted: v2(row(button()), { type: 17, components: [row(button({ custom_id: 'two' }))] }),
  },
  {
    rule: 'component ids differ within a message',
    rejected: v2({ ...text('a'), id: 7 }, { ...text('b'), id: 7 }),
    at: 'components.1.id',
    accepted: v2({ ...text('a'), id: 7 }, { ...text('b'), id: 8 }),
  },
  {
    rule: 'a plain button has a custom id',
    rejected: plain(row({ type: 2, style: 1, label: 'One' })),
    at: 'components.0.components.0.custom_id',
    accepted: plain(row(button({ style: 1 }))),
  },
  {
    rule: 'a link button has a url',
    rejected: plain(row({ type: 2, style: 5, label: 'Go' })),
    at: 'components.0.components.0.url',
    accepted: plain(row({ type: 2, style: 5, label: 'Go', url: 'https://example.org' })),
  },
  {
    rule: 'a link button has no custom id',
    rejected: plain(row(button({ style: 5, url: 'https://example.org' }))),
    at: 'components.0.components.0.custom_id',
    accepted: plain(row({ type: 2, style: 5, label: 'Go', url: 'https://example.org' })),
  },
  {
    rule: 'the url of a link button has at most 512 characters',
    rejected: plain(row(link(`https://example.org/${'a'.repeat(493)}`))),
    at: 'components.0.components.0.url',
    accepted: plain(row(link(`https://example.org/${'a'.repeat(492)}`))),
  },
  {
    rule: 'the url of a link button is one',
    rejected: plain(row(link('example'))),
    at: 'components.0.components.0.url',
    accepted: plain(row(link('http://example.org'))),
  },
  {
    rule: 'the url of a link button has a scheme that Discord knows',
    rejected: plain(row(link('ftp://example.org'))),
    at: 'components.0.components.0.url',
    accepted: plain(row(link('discord://-/channels/1/2'))),
  },
  {
    rule: 'a section has a text',
    rejected: v2(section({ components: [] })),
    at: 'components.0.components',
    accepted: v2(section()),
  },
  {
    rule: 'a section has an accessory',
    rejected: v2(section({ accessory: undefined })),
    at: 'components.0.accessory',
    accepted: v2(section({ accessory: button() })),
  },
  {
    rule: 'the accessory of a section is a button or a picture',
    rejected: v2(section({ accessory: select() })),
    at: 'components.0.accessory',
    accepted: v2(section({ accessory: { type: 11, media: { url: 'https://example.org/a.png' } } })),
  },
  {
    rule: 'the link of a section follows the rules of buttons',
    rejected: v2(section({ accessory: { ...link('https://example.org'), custom_id: 'one' } })),
    at: 'components.0.accessory.custom_id',
    accepted: v2(container({ components: [section()] })),
  },
  {
    rule: 'an accent colour has three bytes',
    rejected: v2(container({ accent_color: 0x1000000 })),
    at: 'components.0.accent_color',
    accepted: v2(container({ accent_color: 0xffffff })),
  },
  {
    rule: 'an accent colour is not negative',
    rejected: v2(container({ accent_color: -1 })),
    at: 'components.0.accent_color',
    accepted: v2(container({ accent_color: 0 })),
  },
  {
    rule: 'an accent colour is a whole number',
    rejected: v2(container({ accent_color: 0.5 })),
    at: 'components.0.accent_color',
    accepted: v2(container({ accent_color: null })),
  },
  {
    rule: 'a plain button has no url',
    rejected: plain(row(button({ url: 'https://example.org' }))),
    at: 'components.0.components.0.url',
    accepted: plain(row(button())),
  },
  {
    rule: 'a premium button has a SKU',
    rejected: plain(row({ type: 2, style: 6 })),
    at: 'components.0.components.0.sku_id',
    accepted: plain(row({ type: 2, style: 6, sku_id: '1' })),
  },
  {
    rule: 'a button label has at most 80 characters',
    rejected: plain(row(button({ label: 'a'.repeat(81) }))),
    at: 'components.0.components.0.label',
    accepted: plain(row(button({ label: 'a'.repeat(80) }))),
  },
  {
    rule: 'a button style is 1 to 6',
    rejected: plain(row(button({ style: 7 }))),
    at: 'components.0.components.0.style',
    accepted: plain(row(button({ style: 4 }))),
  },
  {
    rule: 'a button has a label or an emoji',
    rejected: plain(row(button({ label: undefined }))),
    at: 'components.0.components.0',
    accepted: plain(row(button({ label: undefined, emoji: { name: '👍' } }))),
  },
  {
    rule: 'an action row has at most 5 buttons',
    rejected: plain(row(...numbered(6))),
    at: 'components.0.components',
    accepted: plain(row(...numbered(5))),
  },
  {
    rule: 'an action row is not empty',
    rejected: plain(row()),
    at: 'components.0.components',
    accepted: plain(row(button())),
  },
  {
    rule: 'a select fills its row',
    rejected: plain(row(select(), button())),
    at: 'components.0.components',
    accepted: plain(row(select()), row(button())),
  },
  {
    rule: 'a plain message has at most 5 rows',
    rejected: plain(...numbered(6).map((one) => row(one))),
    at: 'components',
    accepted: plain(...numbered(5).map((one) => row(one))),
  },
  {
    rule: 'select options have different values',
    rejected: plain(row(select({ options: repeat(2, () => ({ label: 'A', value: 'a' })) }))),
    at: 'components.0.components.0.options',
    accepted: plain(row(select())),
  },
  {
    rule: 'a select asks for no more than it has',
    rejected: plain(row(select({ max_values: 3 }))),
    at: 'components.0.components.0.max_values',
    accepted: plain(row(select({ max_values: 2 }))),
  },
];

const emptiness: Omit<RejectedPayload, 'as' | 'code'>[] = [
  { rule: 'a message says something', rejected: {}, accepted: { content: 'Hi' } },
  { rule: 'blank content says nothing', rejected: { content: ' \n ' }, accepted: { content: ' Hi ' } },
  { rule: 'a V2 message has components', rejected: { flags: V2, components: [] }, accepted: v2(text('Hi')) },
];

const choices = (...list: unknown[]) => ({ choices: list });

/** One row for each rule. */
export const rejectedPayloads: RejectedPayload[] = [
  ...commandRules.map((row): RejectedPayload => ({ ...row, as: 'commands', code: 50035 })),
  {
    rule: 'there are at most 100 slash commands',
    as: 'commands',
    code: 30032,
    rejected: repeat(101, (i) => command({ name: `c${i}` })[0]),
    accepted: repeat(100, (i) => command({ name: `c${i}` })[0]),
  },
  {
    rule: 'there are at most 15 message commands',
    as: 'commands',
    code: 30032,
    rejected: repeat(16, (i) => ({ type: 3, name: `Command ${i}` })),
    accepted: repeat(15, (i) => ({ type: 3, name: `Command ${i}` })),
  },
  ...messageRules.map((row): RejectedPayload => ({ ...row, as: 'channel message', code: 50035 })),
  ...messageRules.map((row): RejectedPayload => ({ ...row, as: 'reply', code: 50035, at: `data.${row.at}` })),
  ...emptiness.map((row): RejectedPayload => ({ ...row, as: 'channel message', code: 50006 })),
  ...emptiness.map((row): RejectedPayload => ({ ...row, as: 'reply', code: 50006 })),
  {
    rule: 'a nonce has at most 25 characters',
    as: 'channel message',
    code: 50035,
    at: 'nonce',
    rejected: { content: 'Hi', nonce: 'n'.repeat(26) },
    accepted: { content: 'Hi', nonce: 'n'.repeat(25) },
  },
  {
    rule: 'the V2 flag cannot be removed',
    as: 'edit of a V2 reply',
    code: 50035,
    at: 'flags',
    rejected: { flags: 0, content: 'Hi', components: [] },
    accepted: v2(text('Other')),
  },
  {
    rule: 'a V2 message stays V2 where an edit says nothing of flags',
    as: 'edit of a V2 reply',
    code: 50035,
    at: 'content',
    rejected: { content: 'Hi' },
    accepted: { components: [text('Other')] },
  },
  {
    rule: 'an edit to V2 clears the content',
    as: 'edit of a plain reply',
    code: 50035,
    at: 'content',
    rejected: v2(text('Hi')),
    accepted: { ...v2(text('Hi')), content: null },
  },
  {
    rule: 'an edit leaves something',
    as: 'edit of a plain reply',
    code: 50006,
    rejected: { content: '' },
    accepted: { content: 'Other' },
  },
  {
    rule: 'there are at most 25 suggestions',
    as: 'choices',
    code: 50035,
    at: 'data.choices',
    rejected: choices(...repeat(26, (i) => ({ name: `${i}`, value: `${i}` }))),
    accepted: choices(...repeat(25, (i) => ({ name: `${i}`, value: `${i}` }))),
  },
  {
    rule: 'a suggestion has at most 100 characters',
    as: 'choices',
    code: 50035,
    at: 'data.choices.0.name',
    rejected: choices({ name: 'a'.repeat(101), value: 'a' }),
    accepted: choices({ name: 'a'.repeat(100), value: 'a' }),
  },
  {
    rule: 'a suggested value has at most 100 characters',
    as: 'choices',
    code: 50035,
    at: 'data.choices.0.value',
    rejected: choices({ name: 'A', value: 'a'.repeat(101) }),
    accepted: choices({ name: 'A', value: 'a'.repeat(100) }),
  },
  {
    rule: 'a suggestion has a name that is not blank',
    as: 'choices',
    code: 50035,
    at: 'data.choices.0.name',
    rejected: choices({ name: ' ', value: 'a' }),
    accepted: choices({ name: 'A', value: 'a' }),
  },
  {
    rule: 'a suggested value is not blank',
    as: 'choices',
    code: 50035,
    at: 'data.choices.0.value',
    rejected: choices({ name: 'A', value: ' ' }),
    accepted: choices({ name: 'A', value: 'a' }),
  },
  {
    rule: 'a modal title has at most 45 characters',
    as: 'modal',
    code: 50035,
    at: 'data.title',
    rejected: modal([label(input())], { title: 'a'.repeat(46) }),
    accepted: modal([label(input())], { title: 'a'.repeat(45) }),
  },
  {
    rule: 'a modal is not empty',
    as: 'modal',
    code: 50035,
    at: 'data.components',
    rejected: modal([]),
    accepted: modal([label(input())]),
  },
  {
    rule: 'a modal has at most 5 components',
    as: 'modal',
    code: 50035,
    at: 'data.components',
    rejected: modal(repeat(6, (i) => label(input({ custom_id: `i${i}` })))),
    accepted: modal(repeat(5, (i) => label(input({ custom_id: `i${i}` })))),
  },
  {
    rule: 'a label has at most 45 characters',
    as: 'modal',
    code: 50035,
    at: 'data.components.0.label',
    rejected: modal([label(input(), { label: 'a'.repeat(46) })]),
    accepted: modal([label(input(), { label: 'a'.repeat(45) })]),
  },
  {
    rule: 'a text input label has at most 45 characters',
    as: 'modal',
    code: 50035,
    at: 'data.components.0.components.0.label',
    rejected: modal([row(input({ label: 'a'.repeat(46) }))]),
    accepted: modal([row(input({ label: 'a'.repeat(45) }))]),
  },
  {
    rule: 'a text input in a row has a label',
    as: 'modal',
    code: 50035,
    at: 'data.components.0.components.0.label',
    rejected: modal([row(input())]),
    accepted: modal([row(input({ label: 'Text' }))]),
  },
  {
    rule: 'a row holds one text input',
    as: 'modal',
    code: 50035,
    at: 'data.components.0.components',
    rejected: modal([row(input({ label: 'A' }), input({ label: 'B', custom_id: 'other' }))]),
    accepted: modal([row(input({ label: 'A' })), row(input({ label: 'B', custom_id: 'other' }))]),
  },
  {
    rule: 'custom ids differ within a modal',
    as: 'modal',
    code: 50035,
    at: 'data.components.1.component.custom_id',
    rejected: modal([label(input()), label(input())]),
    accepted: modal([label(input()), label(input({ custom_id: 'other' }))]),
  },
];
