import { announce } from './announcements.ts';
import { apiCallbackResponse, apiMessage } from './api-messages.ts';
import {
  type CallbackBody,
  callbackTypes,
  interactionTypes,
  refuseInvalidCallback,
} from './callback-rules.ts';
import type { Gateway } from './gateway.ts';
import { refuseInvalidMessage } from './message-rules.ts';
import { applyEdit, editMessage, keepLoadingMessage, keepMessage } from './messages.ts';
import {
  alreadyAcknowledged,
  invalidWebhookToken,
  tooManyFollowUps,
  unknownInteraction,
  unknownMessage,
  unknownWebhook,
} from './refusals.ts';
import { type Answer, noContent, ok, type Route, type RouteRequest } from './rest.ts';
import { schemas } from './schemas.ts';
import { type Interaction, isLoading, type Message, type World } from './world.ts';

/** "Interaction tokens are valid for 15 minutes". */
const tokenLifetimeMs = 15 * 60_000;

/** The callback that answers an interaction, and the webhook for what comes after it. */
export function interactionRoutes(
  world: World,
  gateway: Gateway,
  { deadlineMs }: { deadlineMs: number },
): Route[] {
  const webhook = '/webhooks/:application/:token';
  const single = `${webhook}/messages/:message`;
  const open = { authorized: false };
  return [
    {
      ...open,
      method: 'POST',
      path: '/interactions/:interaction/:token/callback',
      handle: (request) => acknowledged(world, gateway, request, deadlineMs),
    },
    { ...open, method: 'POST', path: webhook, handle: (request) => followedUp(world, gateway, request) },
    {
      ...open,
      method: 'GET',
      path: single,
      handle: (request) => ok(apiMessage(world, find(world, request), world)),
    },
    { ...open, method: 'PATCH', path: single, handle: (request) => edited(world, gateway, request) },
    { ...open, method: 'DELETE', path: single, handle: (request) => deleted(world, gateway, request) },
  ];
}

function acknowledged(world: World, gateway: Gateway, request: RouteRequest, deadlineMs: number): Answer {
  const interaction = world.interactions.get(request.params.interaction ?? '');
  if (interaction?.token !== request.params.token || !interaction) throw unknownInteraction();
  const ms = world.clock.now() - interaction.createdAt;
  // "You must send an initial response within 3 seconds … the token will be invalidated."
  if (!interaction.acknowledgement && ms > deadlineMs) throw unknownInteraction();
  refuseInvalidCallback(request.body, {
    interactionType: interaction.type,
    source: interaction.source ?? undefined,
    files: request.files.length,
  });
  if (interaction.acknowledgement) throw alreadyAcknowledged();
  interaction.acknowledgement = { type: request.body.type, data: request.body.data ?? {}, ms };
  carryOut(world, gateway, interaction, request.body, request);
  return request.query.with_response === 'true' ? ok(apiCallbackResponse(world, interaction)) : noContent;
}

function carryOut(
  world: World,
  gateway: Gateway,
  interaction: Interaction,
  { type, data }: CallbackBody,
  { files }: RouteRequest,
): void {
  const body = data ?? {};
  if (type === callbackTypes.message) {
    const commandAnswer = interaction.type === interactionTypes.command ? 20 : 0;
    const { channel } = interaction;
    interaction.original = keepMessage(world, { channel, type: commandAnswer, body, files, interaction });
    announce(world, gateway, 'MESSAGE_CREATE', interaction.original);
  }
  if (type === callbackTypes.deferredMessage) {
    interaction.original = keepLoadingMessage(world, interaction, Number(body.flags ?? 0));
    announce(world, gateway, 'MESSAGE_CREATE', interaction.original);
  }
  if (type === callbackTypes.deferredUpdate) interaction.original = interaction.source;
  if (type === callbackTypes.update && interaction.source) {
    interaction.original = interaction.source;
    applyEdit(world, interaction.source, body, files);
    announce(world, gateway, 'MESSAGE_UPDATE', interaction.source);
  }
}

function followedUp(world: World, gateway: Gateway, request: RouteRequest): Answer {
  const interaction = answered(world, request);
  const { body, files } = request;
  const { original } = interaction;
  // "When using this endpoint directly after responding with DEFERRED_CHANNEL_MESSAGE_WITH_SOURCE, this
  // endpoint will function as Edit Original Interaction Response."
  if (original && !original.deleted && isLoading(original)) return editing(world, gateway, original, request);
  refuseInvalidMessage(body, { schema: schemas.webhookMessage, files: files.length });
  // "Apps are limited to 5 followup messages per interaction if it was initiated from a user-installed app and
  // isn't installed in the server".
  if (interaction.userInstallOnly && interaction.followUps.length >= 5) throw tooManyFollowUps();
  const repliesTo = original && !original.deleted ? original : null;
  const kept = {
    channel: interaction.channel,
    body: { ...body, nonce: null },
    files,
    interaction,
    repliesTo,
  };
  const message = keepMessage(world, { ...kept, type: 19 });
  interaction.followUps.push(message);
  announce(world, gateway, 'MESSAGE_CREATE', message);
  return ok(apiMessage(world, message, world));
}

function edited(world: World, gateway: Gateway, request: RouteRequest): Answer {
  return editing(world, gateway, find(world, request), request);
}

function editing(world: World, gateway: Gateway, message: Message, { body, files }: RouteRequest): Answer {
  editMessage(world, message, body, { schema: schemas.webhookMessageEdit, files });
  announce(world, gateway, 'MESSAGE_UPDATE', message);
  return ok(apiMessage(world, message, world));
}

function deleted(world: World, gateway: Gateway, request: RouteRequest): Answer {
  const message = find(world, request);
  message.deleted = true;
  announce(world, gateway, 'MESSAGE_DELETE', message);
  return noContent;
}

/** A message of this interaction: its original answer, a follow-up, or the message that its component is in. */
function find(world: World, request: RouteRequest): Message {
  const interaction = answered(world, request);
  const { original, followUps } = interaction;
  const wanted = request.params.message;
  const message =
    wanted === '@original' ? original : [original, ...followUps].find((own) => own?.id === wanted);
  if (!message || message.deleted) throw unknownMessage();
  return message;
}

/** The interaction of a webhook token; before its first callback there is no webhook yet. */
function answered(world: World, request: RouteRequest): Interaction {
  const { application, token } = request.params;
  if (application !== world.applicationId) throw unknownWebhook();
  const interaction = world.interactionByToken(token ?? '');
  if (!interaction) throw invalidWebhookToken();
  if (world.clock.now() - interaction.createdAt > tokenLifetimeMs) throw invalidWebhookToken();
  if (!interaction.acknowledgement) throw unknownWebhook();
  return interaction;
}
