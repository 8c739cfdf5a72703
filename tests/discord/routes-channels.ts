import { announce, reopen } from './announcements.ts';
import { apiMessage } from './api-messages.ts';
import { apiChannel } from './api-objects.ts';
import { listed } from './channel-history.ts';
import { refuseDeleting, refuseEditing, refuseSending, visibleChannel } from './channel-rules.ts';
import type { Gateway } from './gateway.ts';
import { type MessageBody, refuseInvalidMessage } from './message-rules.ts';
import { editMessage, keepMessage } from './messages.ts';
import { permissions } from './permissions.ts';
import { missingAccess, missingPermissions, notTheAuthor, unknownMessage } from './refusals.ts';
import { repliedTo } from './replies.ts';
import { type Answer, noContent, ok, type Route, type RouteRequest } from './rest.ts';
import { schemas } from './schemas.ts';
import type { Channel, Message, World } from './world.ts';

/** Channels and the messages the bot sends, reads, edits and deletes in them as itself. */
export function channelRoutes(
  world: World,
  gateway: Gateway,
  { nonceMemoryMs }: { nonceMemoryMs: number },
): Route[] {
  const messages = '/channels/:channel/messages';
  const single = `${messages}/:message`;
  return [
    {
      method: 'GET',
      path: '/channels/:channel',
      handle: (request) => ok(apiChannel(visible(world, request))),
    },
    {
      method: 'GET',
      path: messages,
      handle: (request) => ok(listed(world, visible(world, request), request.query)),
    },
    { method: 'POST', path: messages, handle: (request) => sent(world, gateway, request, nonceMemoryMs) },
    { method: 'GET', path: single, handle: (request) => ok(apiMessage(world, read(world, request), world)) },
    { method: 'PATCH', path: single, handle: (request) => edited(world, gateway, request) },
    {
      method: 'POST',
      path: '/channels/:channel/typing',
      handle: (request) => {
        refuseSending(visible(world, request));
        return noContent;
      },
    },
    { method: 'DELETE', path: single, handle: (request) => deleted(world, gateway, request) },
  ];
}

function sent(world: World, gateway: Gateway, request: RouteRequest, nonceMemoryMs: number): Answer {
  const channel = visible(world, request);
  refuseSending(channel);
  const { body, files } = request;
  refuseInvalidMessage(body, { schema: schemas.channelMessage, files: files.length });
  const repliesTo = repliedTo(world, channel, body.message_reference ?? null);
  const again = sentBefore(world, body, nonceMemoryMs);
  if (again) return ok(apiMessage(world, again, world));
  reopen(world, gateway, channel);
  const message = keepMessage(world, { channel, body, files, repliesTo });
  announce(world, gateway, 'MESSAGE_CREATE', message);
  return ok(apiMessage(world, message, world));
}

/**
 * "If true and nonce is present, it will be checked for uniqueness in the past few minutes. If another message was
 * created by the same author with the same nonce, that message will be returned and no new message will be
 * created." That names no channel, so a nonce counts in all of them; and a message deleted since is unknown rather
 * than made anew, which Discord calls intended (discord/discord-api-docs pull request 6647).
 */
function sentBefore(world: World, body: MessageBody, nonceMemoryMs: number): Message | undefined {
  if (!body.enforce_nonce || body.nonce == null) return undefined;
  const since = world.clock.now() - nonceMemoryMs;
  const before = [...world.messages.values()].find(
    ({ author, nonce, sentAt }) => author === world.bot && nonce === body.nonce && sentAt >= since,
  );
  if (before?.deleted) throw unknownMessage();
  return before;
}

function edited(world: World, gateway: Gateway, request: RouteRequest): Answer {
  const message = find(world, request);
  if (message.author !== world.bot) throw notTheAuthor();
  refuseEditing(message.channel);
  editMessage(world, message, request.body, { schema: schemas.channelMessageEdit, files: request.files });
  announce(world, gateway, 'MESSAGE_UPDATE', message);
  return ok(apiMessage(world, message, world));
}

function deleted(world: World, gateway: Gateway, request: RouteRequest): Answer {
  const message = find(world, request);
  const mayManage = (message.channel.appPermissions & permissions.manageMessages) !== 0n;
  if (message.author !== world.bot && !mayManage) throw missingPermissions();
  refuseDeleting(message.channel);
  message.deleted = true;
  announce(world, gateway, 'MESSAGE_DELETE', message);
  return noContent;
}

/** "This endpoint requires the current user to have the `VIEW_CHANNEL` and `READ_MESSAGE_HISTORY` permissions." */
function read(world: World, request: RouteRequest): Message {
  const { guild, appPermissions } = visible(world, request);
  if (guild && (appPermissions & permissions.readMessageHistory) === 0n) throw missingAccess();
  return find(world, request);
}

/** Ephemeral messages exist only for the one who sees them: under the channel's own routes they are unknown. */
function find(world: World, request: RouteRequest): Message {
  const channel = visible(world, request);
  const message = world.messagesIn(channel).find(({ id }) => id === request.params.message);
  if (!message) throw unknownMessage();
  return message;
}

const visible = (world: World, request: RouteRequest): Channel =>
  visibleChannel(world, request.params.channel ?? '');
