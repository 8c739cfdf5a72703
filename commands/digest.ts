import {
  type Digest,
  type DigestContent,
  type DigestSettings,
  EVERYTHING,
  eligiblePassages,
  MOST_DIGESTS,
  MOST_EXCERPTS,
  type Trouble,
  UNNAMED,
} from '../src/core/digest.ts';
import type { Library } from '../src/core/library.ts';
import { dateIn, EVERY_DAY, readDays, readTime, readTimeZone, timeZones } from '../src/core/schedule.ts';
import { displayName } from '../src/core/speakers.ts';
import { LOCALES, type Locale, type Localised } from '../src/core/transcript.ts';
import { inEachLanguage, template } from '../src/render/catalogue.ts';
import { type Block, failure, joined, type Message, note, type Reply, text } from '../src/render/reply.ts';
import { seminarCalled, speakerCalled, suggestSeminars, suggestSpeakers } from './ask.ts';
import { digestPost } from './buttons/digest.ts';
import type {
  Caller,
  ChannelAccess,
  ChannelPermission,
  Command,
  CommandOption,
  Context,
  DigestStatus,
  Digests,
  Input,
  Subcommand,
  Suggestion,
} from './command.ts';

/** With more digests than these, /digest status leaves out what each is made of, to fit one message. */
const DESCRIBED = 3;
/** What takes back a seminar, a speaker or a topic. */
const ALL = '-';

/** Where /digest is called: by a member who may, in a server, with digests at hand. */
interface Place {
  server: NonNullable<Caller['server']>;
  digests: Digests;
  context: Context;
}

/** Runs a subcommand for members with Manage Server: Discord's own display of commands is no check. */
function forManagers(run: (input: Input, place: Place) => Promise<Reply>): Subcommand['run'] {
  return async (input, context, { server }) => {
    const { digests } = context;
    if (!server || !digests) return failure({ key: 'failure.servers-only' });
    if (!server.mayManage) return failure({ key: 'failure.manage-server' });
    return run(input, { server, digests, context });
  };
}

async function start(input: Input, { server, digests, context }: Place): Promise<Reply> {
  const all = await digests.list(server.id);
  const before = input.id === undefined ? undefined : digestCalled(input.id, all);
  if (before && 'outcome' in before) return before;
  const settings = settingsOf(input, { before, language: server.locale, library: context.library });
  if ('outcome' in settings) return settings;
  const access = await digests.access(server.id, settings.channel);
  const obstacle = obstacleOf(settings.channel, access);
  if (obstacle) return failure(obstacle);
  const count = eligiblePassages(context.library, settings).length;
  if (count === 0) return failure({ key: 'failure.digest-empty' });
  const digest = before ? await digests.change(before, settings) : await digests.start(server.id, settings);
  if (!digest) return failure({ key: 'failure.too-many-digests', values: { count: MOST_DIGESTS } });
  const { number } = digest;
  const blocks: Block[] = [
    text({ key: before ? 'digest.changed' : 'digest.started', values: { number } }),
    text(lineOf(digest)),
    ...contentOf(digest, context.library).map(text),
    text({ key: 'digest.pool', values: { count } }),
    text({ key: 'digest.next', values: { seconds: secondsOf(await digests.next(digest)) } }),
  ];
  if (access.missing.includes('ReadMessageHistory')) blocks.push(note({ key: 'digest.no-history' }));
  return { outcome: 'shown', blocks };
}

async function stop({ id }: Input, { server, digests }: Place): Promise<Reply> {
  const digest = digestMeant(id, await digests.list(server.id));
  if ('outcome' in digest) return digest;
  await digests.stop(digest);
  return {
    outcome: 'shown',
    blocks: [text({ key: 'digest.stopped', values: { number: digest.number } })],
  };
}

async function status({ id }: Input, { server, digests, context }: Place): Promise<Reply> {
  const all = await digests.list(server.id);
  const meant = id === undefined ? all : digestCalled(id, all);
  if ('outcome' in meant) return meant;
  const shown = Array.isArray(meant) ? meant : [meant];
  if (shown.length === 0) return { outcome: 'shown', blocks: [text({ key: 'digest.no-digests' })] };
  const each = await Promise.all(shown.map((digest) => digests.status(digest)));
  const isBrief = shown.length > DESCRIBED;
  return {
    outcome: 'shown',
    blocks: [
      ...each.flatMap((one): Block[] => [
        text(lineOf(one.digest)),
        {
          kind: 'list',
          items: isBrief
            ? briefStandingOf(one)
            : [...contentOf(one.digest, context.library), ...standingOf(one)],
        },
      ]),
      ...(isBrief ? [note({ key: 'digest.more-of-one' })] : []),
    ],
  };
}

async function preview(input: Input, { server, digests, context }: Place): Promise<Reply> {
  const all = await digests.list(server.id);
  const isForOne = input.id !== undefined || all.length > 0;
  const digest = isForOne ? digestMeant(input.id, all) : undefined;
  if (digest && 'outcome' in digest) return digest;
  const content = contentGiven(input, digest ?? EVERYTHING, context.library);
  if ('outcome' in content) return content;
  const passages = await digests.preview(digest ? { ...digest, ...content } : content);
  if (passages.length === 0) return failure({ key: 'failure.digest-empty' });
  const due = digest ? await digests.next(digest) : digests.now();
  const language = languageGiven(input) ?? digest?.language ?? server.locale;
  const date = dateIn(digest?.zone ?? 'UTC', due);
  const post = digestPost({ passages, date, language, mark: null }, context.library);
  return { ...post, blocks: [note({ key: 'digest.preview' }), ...post.blocks] };
}

async function now({ id }: Input, { server, digests }: Place): Promise<Reply> {
  const digest = digestMeant(id, await digests.list(server.id));
  if ('outcome' in digest) return digest;
  const posted = await digests.postNow(digest);
  if (posted === 'empty') return failure({ key: 'failure.digest-empty' });
  const { outcome } = posted;
  if (outcome === 'pending') return { outcome: 'shown', blocks: [text({ key: 'digest.pending' })] };
  if ('message' in outcome) {
    const values = { server: server.id, channel: digest.channel, message: outcome.message };
    return { outcome: 'shown', blocks: [text({ key: 'digest.posted', values })] };
  }
  return failure(outcome.trouble ? troubleIn(outcome.trouble) : { key: 'digest.pending' });
}

/** The settings that the options give, over those of a digest that is changed; or what is wrong with them. */
function settingsOf(
  input: Input,
  { before, language, library }: { before: Digest | undefined; language: Locale; library: Library },
): DigestSettings | Reply {
  const time = readTime(String(input.time ?? ''));
  if (!time) return failure({ key: 'failure.time', values: { value: String(input.time ?? '') } });
  const zone = readTimeZone(String(input.timezone ?? ''));
  if (!zone) return failure({ key: 'failure.zone', values: { value: String(input.timezone ?? '') } });
  const days = input.days === undefined ? (before?.days ?? EVERY_DAY) : readDays(String(input.days));
  if (!days) return failure({ key: 'failure.days', values: { value: String(input.days) } });
  const content = contentGiven(input, before ?? EVERYTHING, library);
  if ('outcome' in content) return content;
  return {
    channel: String(input.channel ?? ''),
    time,
    zone,
    days,
    ...content,
    language: languageGiven(input) ?? before?.language ?? language,
  };
}

/** The content that the options give, over another one; or what is wrong with them. */
function contentGiven(input: Input, before: DigestContent, library: Library): DigestContent | Reply {
  const given = (name: 'seminar' | 'speaker' | 'topic') => {
    const value = input[name];
    if (value === undefined) return before[name];
    return String(value).trim() === ALL ? null : String(value).trim();
  };
  const seminar = given('seminar');
  const found = seminar === null ? null : seminarCalled(seminar, library.transcripts);
  if (found && 'outcome' in found) return found;
  const asked = given('speaker');
  const speaker = asked === null || asked === UNNAMED ? asked : speakerCalled(asked, library.speakers);
  if (speaker !== null && typeof speaker !== 'string' && 'outcome' in speaker) return speaker;
  return {
    excerpts: input.excerpts === undefined ? before.excerpts : Number(input.excerpts),
    seminar: found?.id ?? null,
    speaker: speaker !== null && typeof speaker !== 'string' ? speaker.name : speaker,
    topic: given('topic') || null,
  };
}

function languageGiven({ language }: Input): Locale | undefined {
  return LOCALES.find((locale) => locale === language);
}

/** The digest that is meant: the one that was named, or the only one. */
function digestMeant(id: Input[string], all: readonly Digest[]): Digest | Reply {
  if (id !== undefined) return digestCalled(id, all);
  const [only, ...others] = all;
  if (!only) return failure({ key: 'digest.no-digests' });
  return others.length === 0 ? only : failure({ key: 'failure.digest-which', values: { ids: idsOf(all) } });
}

function digestCalled(id: NonNullable<Input[string]>, all: readonly Digest[]): Digest | Reply {
  if (all.length === 0) return failure({ key: 'digest.no-digests' });
  return (
    all.find(({ number }) => String(number) === String(id).trim()) ??
    failure({ key: 'failure.digest-unknown', values: { id: String(id), ids: idsOf(all) } })
  );
}

function idsOf(all: readonly Digest[]): Localised {
  return joined(all.map(({ number }) => String(number)));
}

/** What keeps the bot from posting in a channel; null where nothing does. */
function obstacleOf(channel: string, { state, missing }: ChannelAccess): Message | null {
  if (state === 'locked') return { key: 'failure.channel-locked', values: { channel } };
  if (state === 'unreachable') return { key: 'failure.channel-unreachable', values: { channel } };
  const needed = missing.filter((name) => name !== 'ReadMessageHistory');
  if (needed.length === 0) return null;
  return { key: 'failure.channel-permissions', values: { channel, permissions: namesOf(needed) } };
}

function namesOf(permissions: readonly ChannelPermission[]): Localised {
  return joined(permissions.map((name) => template(`permission.${name}`)));
}

/** Which digest, where and when. */
function lineOf({ number, channel, days, time, zone }: Digest): Message {
  return { key: 'digest.line', values: { number, channel, days: daysIn(days), time, zone } };
}

const NAMED_DAYS = [
  [EVERY_DAY, 'days.every'],
  ['12345', 'days.weekdays'],
  ['67', 'days.weekend'],
] as const;

function daysIn(days: string): Localised {
  const named = NAMED_DAYS.find(([each]) => each === days);
  return named ? template(named[1]) : joined([...days].map(dayIn));
}

/** A day of the week in each language. */
function dayIn(day: string): Localised {
  // 1 January 2024 was a Monday.
  const date = new Date(Date.UTC(2024, 0, Number(day)));
  const name = (locale: Locale) => date.toLocaleDateString(locale, { weekday: 'long', timeZone: 'UTC' });
  return { en: name('en'), 'zh-CN': name('zh-CN'), 'zh-TW': name('zh-TW') };
}

/** What a digest is made of. */
function contentOf({ excerpts, seminar, speaker, topic, language }: Digest, library: Library): Message[] {
  const messages: Message[] = [
    { key: 'digest.excerpts', values: { excerpts, language: template(`language.${language}`) } },
  ];
  if (seminar !== null) {
    const title = library.transcripts.find(({ id }) => id === seminar)?.title ?? seminar;
    messages.push({ key: 'digest.only-seminar', values: { seminar: title } });
  }
  if (speaker === UNNAMED) messages.push({ key: 'digest.only-unnamed' });
  else if (speaker !== null) {
    const known = library.speakers.find(({ name }) => name === speaker);
    messages.push({ key: 'digest.only-speaker', values: { speaker: known ? displayName(known) : speaker } });
  }
  if (topic !== null) messages.push({ key: 'digest.only-topic', values: { topic } });
  return messages;
}

/** When it posts next, what it posted last, and what went wrong. */
function standingOf({ digest, next, last, access }: DigestStatus): Message[] {
  const { trouble, server, number, channel } = digest;
  const obstacle = obstacleOf(channel, access);
  return [
    next
      ? { key: 'digest.next', values: { seconds: secondsOf(next) } }
      : { key: 'digest.paused', values: { number } },
    ...(obstacle && next
      ? [{ key: 'digest.cannot-now', values: { trouble: inEachLanguage(presentTrouble(access)) } } as const]
      : []),
    last ? { key: 'digest.last', values: { server, ...last } } : { key: 'digest.never' },
    ...(trouble
      ? [
          {
            key: 'digest.trouble',
            values: { seconds: secondsOf(trouble.at), trouble: inEachLanguage(troubleIn(trouble)) },
          } as const,
        ]
      : []),
  ];
}

/** The same in so few words that ten digests fit one message, whatever is the matter with them. */
function briefStandingOf({ digest, next, last }: DigestStatus): Message[] {
  return [
    next ? { key: 'digest.next', values: { seconds: secondsOf(next) } } : { key: 'digest.paused.brief' },
    last ? { key: 'digest.last', values: { server: digest.server, ...last } } : { key: 'digest.never' },
  ];
}

function presentTrouble({ state, missing }: ChannelAccess): Message {
  if (state === 'locked') return { key: 'trouble.refused-access' };
  if (state === 'unreachable') return { key: 'trouble.unreachable' };
  return permissionTrouble(missing.filter((name) => name !== 'ReadMessageHistory'));
}

function permissionTrouble(missing: readonly ChannelPermission[]): Message {
  if (missing.length === 0) return { key: 'trouble.refused-access' };
  return { key: 'trouble.permissions', values: { permissions: namesOf(missing) } };
}

/** A trouble in words. */
function troubleIn({ kind, detail }: Trouble): Message {
  switch (kind) {
    case 'permissions':
      return permissionTrouble(detail === '' ? [] : (detail.split(' ') as ChannelPermission[]));
    case 'missed':
      return { key: 'trouble.missed', values: { occasion: detail } };
    case 'unconfirmed':
      return { key: 'trouble.unconfirmed', values: { occasion: detail } };
    case 'refused':
      return { key: 'trouble.refused', values: { code: detail } };
    default:
      return { key: `trouble.${kind}` };
  }
}

function secondsOf(time: Date): number {
  return Math.floor(time.getTime() / 1000);
}

function suggestTimes(typed: string): Suggestion[] {
  if (typed.trim() === '') return ['08:00', '09:00', '12:00', '18:00'].map(asSuggestion);
  const time = readTime(typed);
  return time ? [asSuggestion(time)] : [];
}

function asSuggestion(value: string): Suggestion {
  return { name: value, value };
}

/** Time zones whose name holds what was typed, those that begin with it first; those near the reader where nothing was. */
function suggestZones(typed: string, _: Context, locale: Locale): Suggestion[] {
  const wanted = typed.trim().toLowerCase().replace(/\s+/g, '_');
  const near = NEAR_ZONES[locale];
  if (wanted === '') return near.map(asSuggestion);
  const found = timeZones().filter((zone) => zone.toLowerCase().includes(wanted));
  const begins = (zone: string) =>
    zone
      .toLowerCase()
      .split('/')
      .some((part) => part.startsWith(wanted));
  const sorted = [...found.filter(begins), ...found.filter((zone) => !begins(zone))];
  const exact = readTimeZone(typed);
  return [...new Set([...(exact ? [exact] : []), ...sorted])].map(asSuggestion);
}

const NEAR_ZONES: Readonly<Record<Locale, readonly string[]>> = {
  en: ['America/New_York', 'America/Los_Angeles', 'Europe/London', 'Europe/Berlin', 'Asia/Shanghai', 'UTC'],
  'zh-CN': ['Asia/Shanghai', 'Asia/Hong_Kong', 'Asia/Singapore', 'America/New_York', 'Europe/London', 'UTC'],
  'zh-TW': [
    'Asia/Taipei',
    'Asia/Hong_Kong',
    'America/New_York',
    'America/Los_Angeles',
    'Europe/London',
    'UTC',
  ],
};

function suggestDays(typed: string, _: Context, locale: Locale): Suggestion[] {
  const days = typed.trim() === '' ? null : readDays(typed);
  const offered = days ? [days] : typed.trim() === '' ? NAMED_DAYS.map(([each]) => each) : [];
  return offered.map((each) => {
    const name = daysIn(each)[locale];
    // What is shown is read again as it stands; a list of names in words is too.
    return { name, value: name };
  });
}

function suggestTopics(typed: string, { library }: Context, locale: Locale): Suggestion[] {
  const wanted = typed.trim().toLowerCase();
  return library.transcripts
    .flatMap(({ topics }) => topics)
    .filter((topic) => LOCALES.some((each) => topic[each].toLowerCase().includes(wanted)))
    .map((topic) => asSuggestion(topic[locale]));
}

function suggestSpeakersOrNobody(typed: string, context: Context, locale: Locale): Suggestion[] {
  const unnamed = template('speaker.unnamed');
  const isMeant = Object.values(unnamed).some((name) =>
    name.toLowerCase().includes(typed.trim().toLowerCase()),
  );
  return [
    ...suggestSpeakers(typed, context, locale),
    ...(isMeant ? [{ name: unnamed[locale], value: UNNAMED }] : []),
  ];
}

async function suggestDigests(
  typed: string,
  { digests }: Context,
  { server, locale }: Caller,
): Promise<Suggestion[]> {
  if (!server?.mayManage || !digests) return [];
  return (await digests.list(server.id))
    .filter(({ number }) => String(number).startsWith(typed.trim()))
    .map(({ number, days, time, zone }) => ({
      name: `${number}: ${daysIn(days)[locale]} ${time} ${zone}`,
      value: String(number),
    }));
}

const ID: CommandOption = {
  name: 'id',
  localName: 'option.id.name',
  description: 'option.id',
  type: 'string',
  maxLength: 10,
  suggestStored: suggestDigests,
};

const CONTENT: readonly CommandOption[] = [
  {
    name: 'excerpts',
    localName: 'option.excerpts.name',
    description: 'option.excerpts',
    type: 'integer',
    range: [1, MOST_EXCERPTS],
  },
  {
    name: 'seminar',
    localName: 'option.seminar.name',
    description: 'option.seminar',
    type: 'string',
    suggest: suggestSeminars,
  },
  {
    name: 'speaker',
    localName: 'option.speaker.name',
    description: 'option.speaker',
    type: 'string',
    suggest: suggestSpeakersOrNobody,
  },
  {
    name: 'topic',
    localName: 'option.topic.name',
    description: 'option.topic',
    type: 'string',
    maxLength: 100,
    suggest: suggestTopics,
  },
  {
    name: 'language',
    localName: 'option.language.name',
    description: 'option.language',
    type: 'string',
    choices: LOCALES.map((locale) => ({ label: `language.${locale}` as const, value: locale })),
  },
];

export default {
  name: 'digest',
  localName: 'command.digest.name',
  description: 'command.digest.description',
  options: [],
  requires: 'ManageGuild',
  subcommands: [
    {
      name: 'start',
      localName: 'digest.start.name',
      description: 'digest.start.description',
      options: [
        {
          name: 'channel',
          localName: 'option.channel.name',
          description: 'option.channel',
          type: 'channel',
          required: true,
        },
        {
          name: 'time',
          localName: 'option.time.name',
          description: 'option.time',
          type: 'string',
          required: true,
          maxLength: 20,
          suggest: suggestTimes,
        },
        {
          name: 'timezone',
          localName: 'option.timezone.name',
          description: 'option.timezone',
          type: 'string',
          required: true,
          maxLength: 60,
          suggest: suggestZones,
        },
        {
          name: 'days',
          localName: 'option.days.name',
          description: 'option.days',
          type: 'string',
          maxLength: 100,
          suggest: suggestDays,
        },
        ...CONTENT,
        { ...ID, description: 'option.start-id' },
      ],
      run: forManagers(start),
    },
    {
      name: 'stop',
      localName: 'digest.stop.name',
      description: 'digest.stop.description',
      options: [ID],
      run: forManagers(stop),
    },
    {
      name: 'status',
      localName: 'digest.status.name',
      description: 'digest.status.description',
      options: [ID],
      run: forManagers(status),
    },
    {
      name: 'preview',
      localName: 'digest.preview.name',
      description: 'digest.preview.description',
      options: [ID, ...CONTENT],
      run: forManagers(preview),
    },
    {
      name: 'now',
      localName: 'digest.now.name',
      description: 'digest.now.description',
      options: [ID],
      run: forManagers(now),
    },
  ],
  // The terminal has no servers.
  run: () => failure({ key: 'failure.servers-only' }),
} satisfies Command;
