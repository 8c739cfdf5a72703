import {
  type Client,
  DiscordAPIError,
  DiscordjsError,
  HTTPError,
  PermissionFlagsBits,
  RateLimitError,
  REST,
  Routes,
} from 'discord.js';
import type { Delivery, Found, Mark, Sent } from '../digest/delivery.ts';
import type { ChannelAccess, ChannelPermission } from '../digest/service.ts';
import { readCustomId } from '../render/custom-id.ts';

/** A request that has no answer by then is given up; nobody knows then whether it was carried out. */
const REQUEST_MS = 15_000;
/** Discord's limit for one page of messages. */
const PAGE = 100;
/** How far back to look: a channel with more since then is too busy to be sure. */
const MOST_PAGES = 50;
/** Clocks of two machines differ by less. */
const CLOCK_MARGIN_MS = 60 * 60 * 1000;

// https://discord.com/developers/docs/topics/opcodes-and-status-codes#json
const UNKNOWN_CHANNEL = 10003;
const UNKNOWN_SERVER = 10004;
const UNKNOWN_MESSAGE = 10008;
const NETWORK_ERROR = 40333;
const FORBIDDEN = new Set([50001, 50013, 50083, 160005]);

/**
 * Delivery through the client's connection. Its requests are not tried again by discord.js: the scheduler does that,
 * since a claim has to be renewed in between.
 */
export function deliveryOf(client: Client<true>): Delivery {
  const rest = new REST({
    ...client.options.rest,
    retries: 0,
    timeout: REQUEST_MS,
    // A look through a busy channel takes its time; begun anew each time, it would never come to its end. And of many
    // digests at one time, each second's share is sent, instead of all being tried again at once.
    rejectOnRateLimit: ({ global, method, timeToReset }) =>
      !(global || method === 'GET') || timeToReset > REQUEST_MS,
  });
  const { token } = client;
  // discord.js forgets the token at a 401, which can be a passing fault of Discord's.
  const authorised = () => rest.setToken(token);
  return {
    send: async (channel, message, nonce) => {
      const body = { ...message, nonce, enforce_nonce: true, allowed_mentions: { parse: [] } };
      try {
        const posted = (await authorised().post(Routes.channelMessages(channel), { body })) as { id: string };
        return { kind: 'posted', message: posted.id };
      } catch (error) {
        return sendResultOf(error);
      }
    },
    find: async (channel, mark, since) => {
      try {
        const { state, missing } = await accessTo(client, channel);
        if (state === 'hidden' || missing.includes('ReadMessageHistory')) return 'unreadable';
        return await findMarked(authorised(), { channel, mark, since, botId: client.user.id });
      } catch (error) {
        return ['gone', 'forbidden', 'refused'].includes(sendResultOf(error).kind) ? 'unreadable' : 'not-yet';
      }
    },
    access: (channel, server) =>
      accessTo(client, channel, server).catch(() => ({ state: 'unreachable', missing: [] })),
  };
}

/** What a fault means for the message that was being sent. */
function sendResultOf(error: unknown): Exclude<Sent, { kind: 'posted' }> {
  if (error instanceof RateLimitError) return { kind: 'not-yet', afterMs: error.timeToReset };
  if (error instanceof DiscordAPIError) {
    if (error.code === UNKNOWN_CHANNEL || error.code === UNKNOWN_SERVER) return { kind: 'gone' };
    // Discord knows the nonce of a message that is deleted, and has nothing to return for it.
    if (error.code === UNKNOWN_MESSAGE) return { kind: 'deleted' };
    if (FORBIDDEN.has(Number(error.code))) return { kind: 'forbidden' };
    // A token that is being replaced; or the word of something on the way, which knows nothing of the channel.
    const isDiscords = Number(error.code) > 0 && error.code !== NETWORK_ERROR;
    if (error.status === 401 || !isDiscords) return { kind: 'not-yet', afterMs: 0 };
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

async function findMarked(
  rest: REST,
  { channel, mark, since, botId }: { channel: string; mark: Mark; since: Date; botId: string },
): Promise<Found> {
  let before: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const query = new URLSearchParams({ limit: String(PAGE), ...(before !== undefined && { before }) });
    const messages = (await rest.get(Routes.channelMessages(channel), { query })) as ApiMessage[];
    const own = messages.find((message) => message.author.id === botId && hasMark(message.components, mark));
    if (own) return { message: own.id };
    const oldest = messages.at(-1);
    if (!oldest || messages.length < PAGE) return 'absent';
    if (Date.parse(oldest.timestamp) < since.getTime() - CLOCK_MARGIN_MS) return 'absent';
    before = oldest.id;
  }
  return 'unreadable';
}

/** Whether a Context button among components, however deep, bears a mark. */
function hasMark(components: unknown, mark: Mark): boolean {
  if (!Array.isArray(components)) return false;
  return components.some(({ custom_id: id, components: inner }) => {
    const pressed = typeof id === 'string' ? readCustomId(id) : null;
    const [, key, occasion] = pressed?.args ?? [];
    return (key === mark.key && occasion === mark.occasion) || hasMark(inner, mark);
  });
}

const HIDDEN: ChannelAccess = { state: 'hidden', missing: ['ViewChannel'] };

/**
 * What the bot may do in a channel; `hidden` where it does not see it, or it belongs to another server.
 * @throws when Discord cannot be asked
 */
async function accessTo(client: Client<true>, id: string, server?: string): Promise<ChannelAccess> {
  const cached = client.channels.cache.get(id);
  // A command that names a thread leaves it in the cache, whether the bot may see it or not.
  const isSure = cached !== undefined && !cached.isThread();
  const fetched = isSure ? cached : await client.channels.fetch(id, { force: true }).catch(nullIfRefused);
  const channel = fetched === NO_WORD ? cached : fetched;
  if (!channel?.isTextBased() || channel.isDMBased()) return HIDDEN;
  if (server !== undefined && channel.guildId !== server) return HIDDEN;
  // In an outage nothing is known of what the bot may do there.
  if (!channel.guild.available) throw new Error('The server has an outage.');
  const me = channel.guild.members.me ?? (await channel.guild.members.fetchMe().catch(nullIfRefused));
  const own = me && me !== NO_WORD ? channel.permissionsFor(me) : null;
  // Where nobody can tell, Discord is asked by posting; but what cannot be read for sure is not looked for.
  if (!own) return { state: 'open', missing: ['ReadMessageHistory'] };
  const sending: ChannelPermission = channel.isThread() ? 'SendMessagesInThreads' : 'SendMessages';
  const needed: ChannelPermission[] = ['ViewChannel', sending, 'ReadMessageHistory'];
  const missing = needed.filter((name) => !own.has(PermissionFlagsBits[name]));
  if (missing.includes('ViewChannel')) return { state: 'hidden', missing };
  const isLocked =
    channel.isThread() && channel.locked === true && !own.has(PermissionFlagsBits.ManageThreads);
  return { state: isLocked ? 'locked' : 'open', missing };
}

/** Something on the way answered in Discord's place, and knows nothing of what was asked for. */
const NO_WORD = Symbol('no word of Discord');

function nullIfRefused(error: unknown): null | typeof NO_WORD {
  if (error instanceof DiscordAPIError) return Number(error.code) > 0 ? null : NO_WORD;
  if (error instanceof DiscordjsError) return null;
  throw error;
}
