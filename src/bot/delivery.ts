import {
  type Client,
  DiscordAPIError,
  DiscordjsError,
  HTTPError,
  PermissionFlagsBits,
  RateLimitError,
  type REST,
  RESTJSONErrorCodes,
  Routes,
} from 'discord.js';
import type { Delivery, FoundPost, PostMark, SendResult } from '../digest/delivery.ts';
import type { ChannelAccess } from '../digest/service.ts';
import { readCustomId } from '../render/custom-id.ts';
import { discordTimeOf } from './discord-time.ts';
import { explainInteractionError } from './interaction-error.ts';
import { isNotFromDiscord, notFromDiscordLine } from './not-discord.ts';
import { missingPermissions } from './permissions.ts';
import { ProxyError } from './proxy.ts';
import { inWords, waitOf } from './rate-limits.ts';
import { SteadyRest } from './rest.ts';

/** A request without a response is given up after this time. Nobody knows then whether Discord carried it out. */
const REQUEST_MS = 15_000;
/** Discord's limit for one page of messages. */
const PAGE = 100;
/** How far back to search. A channel with more messages since then is too busy to be searched. */
const MOST_PAGES = 50;
/** The clocks of two machines differ by less than this. */
const CLOCK_MARGIN_MS = 60 * 60 * 1000;

const GONE: ReadonlySet<number | string> = new Set([
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.UnknownGuild,
]);
const FORBIDDEN: ReadonlySet<number | string> = new Set([
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.MissingPermissions,
  RESTJSONErrorCodes.InvalidActionOnArchivedThread,
  RESTJSONErrorCodes.ThreadLocked,
]);

/**
 * Delivery through the client's connection. discord.js does not repeat its requests: the scheduler does that, since it
 * has to renew a claim in between.
 */
export function deliveryOf(client: Client<true>): Delivery {
  const rest = new SteadyRest({
    ...client.options.rest,
    retries: 0,
    timeout: REQUEST_MS,
    // A search through a busy channel is long, and would never end if it started over at each limit. And if many
    // digests are due at once, this sends each second's share of them, instead of trying all of them again at once.
    rejectOnRateLimit: (limit) => !(limit.global || limit.method === 'GET') || waitOf(limit) > REQUEST_MS,
  }).setToken(client.token);
  /** Shows the bot's own messages in a channel, back to a time, until one is what is looked for. */
  const searched = async (channel: string, since: Date, isFound: (message: ApiMessage) => boolean) => {
    try {
      const { state, missing } = await accessTo(client, channel);
      if (state === 'hidden' || missing.includes('ReadMessageHistory')) return 'unreadable';
      return await searchBack(rest, { channel, since, botId: client.user.id }, isFound);
    } catch (error) {
      return ['gone', 'forbidden', 'refused'].includes(sendResultOf(error).kind) ? 'unreadable' : 'not-yet';
    }
  };
  return {
    send: async (channel, message, nonce) => {
      const body = { ...message, nonce, enforce_nonce: true, allowed_mentions: { parse: [] } };
      try {
        const posted = (await rest.post(Routes.channelMessages(channel), { body })) as { id: string };
        return { kind: 'posted', message: posted.id };
      } catch (error) {
        return sendResultOf(error);
      }
    },
    find: async (channel, mark, since) => {
      let found: string | undefined;
      const result = await searched(channel, since, (message) => {
        const isIt = marksIn(message.components).some(
          ({ key, occasion }) => key === mark.key && occasion === mark.occasion,
        );
        if (isIt) found = message.id;
        return isIt;
      });
      if (found !== undefined) return { message: found };
      return result === 'all' ? 'absent' : result;
    },
    findAll: async (channel, key, since) => {
      const found: FoundPost[] = [];
      const result = await searched(channel, since, ({ id, timestamp, components }) => {
        const marks = marksIn(components).filter((mark) => mark.key === key);
        const [first] = marks;
        const references = marks.map(({ reference }) => reference);
        if (first) found.push({ occasion: first.occasion, message: id, at: new Date(timestamp), references });
        return false;
      });
      return result === 'all' ? found : result;
    },
    access: (channel, server) =>
      accessTo(client, channel, server).catch(() => ({ state: 'unreachable', missing: [] })),
    time: discordTimeOf(client),
  };
}

/** What an error means for the message that was being sent. */
function sendResultOf(error: unknown): Exclude<SendResult, { kind: 'posted' }> {
  if (error instanceof RateLimitError) {
    const why = `Discord asks to wait ${inWords(waitOf(error))} after too many requests.`;
    return { kind: 'not-yet', afterMs: waitOf(error), why };
  }
  // Nothing was sent: the proxy lets nobody through.
  if (error instanceof ProxyError) return { kind: 'not-yet', afterMs: 0, why: error.message };
  if (error instanceof DiscordAPIError) {
    if (GONE.has(error.code)) return { kind: 'gone' };
    // Discord still knows the nonce of a message that is deleted, and has nothing to return for it.
    if (error.code === RESTJSONErrorCodes.UnknownMessage) return { kind: 'deleted' };
    if (FORBIDDEN.has(error.code)) return { kind: 'forbidden' };
    // Either the token is being replaced, or something between us and Discord answered, which knows nothing of the
    // channel.
    if (error.status === 401)
      return { kind: 'not-yet', afterMs: 0, why: explainInteractionError(error).line };
    if (error.code === 0 || isNotFromDiscord(error))
      return { kind: 'not-yet', afterMs: 0, why: notFromDiscordLine(error.status) };
    if (error.status === 403) return { kind: 'forbidden' };
    if (error.status === 404) return { kind: 'gone' };
    return { kind: 'refused', code: String(error.code) };
  }
  if (error instanceof HTTPError && error.status < 500)
    return { kind: 'refused', code: String(error.status) };
  return { kind: 'unclear' };
}

interface ApiMessage {
  id: string;
  timestamp: string;
  author: { id: string };
  components?: unknown;
}

/** `all` if every message since then was looked at, or the one that is looked for was among them. */
async function searchBack(
  rest: REST,
  { channel, since, botId }: { channel: string; since: Date; botId: string },
  isFound: (message: ApiMessage) => boolean,
): Promise<'all' | 'unreadable'> {
  let before: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const query = new URLSearchParams({ limit: String(PAGE), ...(before !== undefined && { before }) });
    const messages = (await rest.get(Routes.channelMessages(channel), { query })) as ApiMessage[];
    if (messages.some((message) => message.author.id === botId && isFound(message))) return 'all';
    const oldest = messages.at(-1);
    if (!oldest || messages.length < PAGE) return 'all';
    if (Date.parse(oldest.timestamp) < since.getTime() - CLOCK_MARGIN_MS) return 'all';
    before = oldest.id;
  }
  return 'unreadable';
}

/** The marks of the Context buttons among components, at any depth, each with the passage before it. */
function marksIn(components: unknown): (PostMark & { reference: string })[] {
  if (!Array.isArray(components)) return [];
  return components.flatMap(({ custom_id: id, components: inner }) => {
    const pressed = typeof id === 'string' ? readCustomId(id) : null;
    const [reference, key, occasion] = pressed?.args ?? [];
    const isMarked = reference !== undefined && key !== undefined && occasion !== undefined;
    return [...(isMarked ? [{ reference, key, occasion }] : []), ...marksIn(inner)];
  });
}

const HIDDEN: ChannelAccess = { state: 'hidden', missing: ['ViewChannel'] };

/**
 * What the bot may do in a channel: `hidden` if it does not see the channel, or if that belongs to another server.
 * @throws if Discord does not answer
 */
async function accessTo(client: Client<true>, id: string, server?: string): Promise<ChannelAccess> {
  const cached = client.channels.cache.get(id);
  // A command that names a thread puts it into the cache, whether the bot may see it or not.
  const isSure = cached !== undefined && !cached.isThread();
  const fetched = isSure ? cached : await client.channels.fetch(id, { force: true }).catch(nullIfRefused);
  const channel = fetched === NOT_FROM_DISCORD ? cached : fetched;
  if (!channel?.isTextBased() || channel.isDMBased()) return HIDDEN;
  if (server !== undefined && channel.guildId !== server) return HIDDEN;
  // During an outage nobody knows what the bot may do there.
  if (!channel.guild.available) throw new Error('The server has an outage.');
  const me = channel.guild.members.me ?? (await channel.guild.members.fetchMe().catch(nullIfRefused));
  const own = me && me !== NOT_FROM_DISCORD ? channel.permissionsFor(me) : null;
  // Nobody knows, so the bot asks Discord by posting; but it searches no channel that it may not be able to read.
  if (!own) return { state: 'open', missing: ['ReadMessageHistory'] };
  const missing = missingPermissions(own, channel.isThread());
  if (missing.includes('ViewChannel')) return { state: 'hidden', missing };
  const isLocked =
    channel.isThread() && channel.locked === true && !own.has(PermissionFlagsBits.ManageThreads);
  return { state: isLocked ? 'locked' : 'open', missing };
}

/** Something between us and Discord answered, and its response says nothing about what was asked for. */
const NOT_FROM_DISCORD = Symbol('not from Discord');

/** @throws the error, if it is not a refusal */
function nullIfRefused(error: unknown): null | typeof NOT_FROM_DISCORD {
  if (error instanceof DiscordAPIError)
    return error.code === 0 || isNotFromDiscord(error) ? NOT_FROM_DISCORD : null;
  if (error instanceof DiscordjsError) return null;
  throw error;
}
