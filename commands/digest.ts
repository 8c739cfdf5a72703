import { EVERYTHING, MOST_DIGESTS, MOST_EXCERPTS } from '../src/core/digest/digest.ts';
import { dateIn } from '../src/core/digest/schedule.ts';
import { eligiblePassages } from '../src/core/digest/selection.ts';
import { LOCALES } from '../src/core/language/locale.ts';
import { digestPost } from '../src/digest/post.ts';
import type { Digests } from '../src/digest/service.ts';
import { type Block, failure, note, type Reply, text } from '../src/reply/reply.ts';
import { suggestSeminars } from './ask.ts';
import type { Caller, Command, CommandOption, Context, Input, Subcommand } from './command.ts';
import { contentGiven, digestCalled, digestMeant, languageGiven, settingsOf } from './digest/settings.ts';
import {
  briefStandingOf,
  contentOf,
  lineOf,
  obstacleOf,
  secondsOf,
  standingOf,
  troubleIn,
} from './digest/status.ts';
import {
  suggestDays,
  suggestDigests,
  suggestSpeakersOrNobody,
  suggestTimes,
  suggestTopics,
  suggestZones,
} from './digest/suggestions.ts';

/** With more digests than these, /digest status leaves out what each is made of, to fit one message. */
const DESCRIBED = 3;

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
