import { EVERYTHING, MOST_DIGESTS } from '../src/core/digest/digest.ts';
import { eligibleSteps } from '../src/core/digest/selection.ts';
import { dateIn } from '../src/core/digest/zone.ts';
import { runYielding } from '../src/core/steps.ts';
import { digestPost } from '../src/digest/post.ts';
import type { Digests } from '../src/digest/service.ts';
import { type Block, failure, note, type Reply, text } from '../src/reply/reply.ts';
import type { Caller, Context } from './command.ts';
import { CONTENT, ID, SETTINGS } from './digest/options.ts';
import { contentFrom, digestMeant, digestNumbered, nothingFits, settingsFrom } from './digest/settings.ts';
import {
  briefPostingLines,
  contentLines,
  postingLines,
  postingObstacle,
  scheduleLine,
  troubleMessage,
  unixSeconds,
} from './digest/status.ts';
import { zoneNote } from './digest/zones.ts';
import { slashCommand, subcommand, type ValuesOf } from './shared/slash-command.ts';

/** With more digests than this, `/digest status` leaves out what each is made of, so that it fits one message. */
const DESCRIBED = 3;

export default slashCommand({
  name: 'digest',
  localName: 'command.digest.name',
  description: 'command.digest.description',
  options: [],
  requires: 'ManageGuild',
  subcommands: [
    subcommand('command.digest.name', {
      name: 'start',
      localName: 'digest.start.name',
      description: 'digest.start.description',
      options: SETTINGS,
      run: forManagers(start),
    }),
    subcommand('command.digest.name', {
      name: 'stop',
      localName: 'digest.stop.name',
      description: 'digest.stop.description',
      options: [ID],
      run: forManagers(stop),
    }),
    subcommand('command.digest.name', {
      name: 'status',
      localName: 'digest.status.name',
      description: 'digest.status.description',
      options: [ID],
      run: forManagers(status),
    }),
    subcommand('command.digest.name', {
      name: 'preview',
      localName: 'digest.preview.name',
      description: 'digest.preview.description',
      options: [ID, ...CONTENT],
      run: forManagers(preview),
    }),
    subcommand('command.digest.name', {
      name: 'now',
      localName: 'digest.now.name',
      description: 'digest.now.description',
      options: [ID],
      run: forManagers(now),
    }),
  ],
  // A terminal has no servers to keep digests for.
  run: () => failure({ key: 'failure.servers-only' }),
});

/** A server whose digests a member may manage. */
interface Managed {
  server: NonNullable<Caller['server']>;
  digests: Digests;
  context: Context;
  request: string;
}

/** Runs a subcommand only for members with Manage Server. Discord hides it from others, but that is not a check. */
function forManagers<Values>(run: (values: Values, managed: Managed) => Promise<Reply>) {
  return async (values: Values, context: Context, caller?: Caller): Promise<Reply> => {
    const server = caller?.server;
    const { digests } = context;
    if (!server || !digests) return failure({ key: 'failure.servers-only' });
    if (!server.mayManage) return failure({ key: 'failure.manage-server' });
    return run(values, { server, digests, context, request: caller.request });
  };
}

async function start(
  options: ValuesOf<typeof SETTINGS>,
  { server, digests, context, request }: Managed,
): Promise<Reply> {
  const all = await digests.list(server.id);
  const before = options.id === undefined ? undefined : digestNumbered(options.id, all);
  if (before && 'outcome' in before) return before;
  const settings = await runYielding(
    settingsFrom(options, { before, language: server.locale, library: context.library }),
  );
  if ('outcome' in settings) return settings;
  const access = await digests.access(server.id, settings.channel);
  const obstacle = postingObstacle(settings.channel, access);
  if (obstacle) return failure(obstacle);
  const refusal = await refusalToPost(server, settings.channel);
  if (refusal) return refusal;
  const { length: count } = await runYielding(eligibleSteps(context.library, settings));
  if (count === 0) return nothingFits(settings);
  const digest = before
    ? await digests.change(before, settings, request)
    : await digests.start(server.id, settings, request);
  if (!digest) return failure({ key: 'failure.too-many-digests', values: { count: MOST_DIGESTS } });
  const { number } = digest;
  const zoneTaken = zoneNote(options.timezone, digest.zone, digests.now());
  const blocks: Block[] = [
    text({ key: before ? 'digest.changed' : 'digest.started', values: { number } }),
    text(scheduleLine(digest)),
    ...(zoneTaken ? [text(zoneTaken)] : []),
    ...contentLines(digest, context.library).map(text),
    text({ key: 'digest.pool', values: { count } }),
    text({ key: 'digest.next', values: { seconds: unixSeconds(await digests.next(digest)) } }),
  ];
  if (access.missing.includes('ReadMessageHistory')) blocks.push(note({ key: 'digest.no-history' }));
  return { outcome: 'shown', blocks };
}

/** Nobody makes the bot post where they may not write themselves. */
async function refusalToPost(server: Managed['server'], channel: string): Promise<Reply | null> {
  return (await server.mayPost(channel))
    ? null
    : failure({ key: 'failure.channel-forbidden', values: { channel } });
}

async function stop({ id }: ValuesOf<[typeof ID]>, { server, digests, request }: Managed): Promise<Reply> {
  const digest = digestMeant(id, await digests.list(server.id));
  if ('outcome' in digest) return digest;
  await digests.stop(digest, request);
  return {
    outcome: 'shown',
    blocks: [text({ key: 'digest.stopped', values: { number: digest.number } })],
  };
}

async function status({ id }: ValuesOf<[typeof ID]>, { server, digests, context }: Managed): Promise<Reply> {
  const all = await digests.list(server.id);
  const meant = id === undefined ? all : digestNumbered(id, all);
  if ('outcome' in meant) return meant;
  const shown = Array.isArray(meant) ? meant : [meant];
  if (shown.length === 0) return { outcome: 'shown', blocks: [text({ key: 'digest.no-digests' })] };
  const each = await Promise.all(shown.map((digest) => digests.status(digest)));
  const isBrief = shown.length > DESCRIBED;
  return {
    outcome: 'shown',
    blocks: [
      ...each.flatMap((one): Block[] => [
        text(scheduleLine(one.digest)),
        {
          kind: 'list',
          items: isBrief
            ? briefPostingLines(one)
            : [...contentLines(one.digest, context.library), ...postingLines(one)],
        },
      ]),
      ...(isBrief ? [note({ key: 'digest.more-of-one' })] : []),
    ],
  };
}

async function preview(
  { id, ...options }: ValuesOf<[typeof ID, ...typeof CONTENT]>,
  { server, digests, context }: Managed,
): Promise<Reply> {
  const all = await digests.list(server.id);
  // Before any digest is set up, the preview shows what one would post.
  const digest = id !== undefined || all.length > 0 ? digestMeant(id, all) : undefined;
  if (digest && 'outcome' in digest) return digest;
  const content = await runYielding(contentFrom(options, digest ?? EVERYTHING, context.library));
  if ('outcome' in content) return content;
  const passages = await digests.preview(digest ? { ...digest, ...content } : content);
  if (passages.length === 0) return nothingFits(digest ? { ...digest, ...content } : content);
  const due = digest ? await digests.next(digest) : digests.now();
  const language = options.language ?? digest?.language ?? server.locale;
  const date = dateIn(digest?.zone ?? 'UTC', due);
  const post = digestPost({ passages, date, language, mark: null }, context.library);
  return { ...post, blocks: [note({ key: 'digest.preview' }), ...post.blocks] };
}

async function now({ id }: ValuesOf<[typeof ID]>, { server, digests, request }: Managed): Promise<Reply> {
  const digest = digestMeant(id, await digests.list(server.id));
  if ('outcome' in digest) return digest;
  const refusal = await refusalToPost(server, digest.channel);
  if (refusal) return refusal;
  const posted = await digests.postNow(digest, request);
  if (posted === 'empty') return nothingFits(digest);
  const { outcome } = posted;
  if (outcome === 'pending') return { outcome: 'shown', blocks: [text({ key: 'digest.pending' })] };
  if ('message' in outcome) {
    const values = { server: server.id, channel: digest.channel, message: outcome.message };
    return { outcome: 'shown', blocks: [text({ key: 'digest.posted', values })] };
  }
  return failure(outcome.trouble ? troubleMessage(outcome.trouble) : { key: 'digest.pending' });
}
