import { apiMessage } from './api-messages.ts';
import type { ApiObject } from './api-objects.ts';
import { permissions } from './permissions.ts';
import { type FormProblem, refuseForm } from './refusals.ts';
import type { Channel, Message, World } from './world.ts';

/**
 * The messages of a channel that a query asks for, "from newest to oldest"; none without READ_MESSAGE_HISTORY.
 * https://discord.com/developers/docs/resources/message#get-channel-messages
 */
export function listed(world: World, channel: Channel, query: Record<string, string>): ApiObject[] {
  refuseForm([...exclusiveAnchors(query), ...limitProblems(query)]);
  if (channel.guild && (channel.appPermissions & permissions.readMessageHistory) === 0n) return [];
  return page(world.messagesIn(channel), query, Number(query.limit ?? 50))
    .toReversed()
    .map((message) => apiMessage(world, message, world));
}

const anchors = ['around', 'before', 'after'] as const;

/** "The before, after, and around parameters are mutually exclusive, only one may be passed at a time." */
function exclusiveAnchors(query: Record<string, string>): FormProblem[] {
  const given = anchors.filter((name) => query[name] !== undefined);
  return [
    ...(given.length > 1
      ? given.map((name) =>
          problem(name, 'BASE_TYPE_CHOICES', 'Only one of around, before and after is taken.'),
        )
      : []),
    ...given
      .filter((name) => !/^\d{1,20}$/.test(query[name] ?? ''))
      .map((name) => problem(name, 'NUMBER_TYPE_COERCE', `Value "${query[name]}" is not snowflake.`)),
  ];
}

/** "Max number of messages to return (1-100)". */
function limitProblems({ limit = '50' }: Record<string, string>): FormProblem[] {
  if (!/^-?\d+$/.test(limit)) {
    return [problem('limit', 'NUMBER_TYPE_COERCE', `Value "${limit}" is not int.`)];
  }
  if (Number(limit) < 1)
    return [problem('limit', 'NUMBER_TYPE_MIN', 'int value should be greater than or equal to 1.')];
  return Number(limit) > 100
    ? [problem('limit', 'NUMBER_TYPE_MAX', 'int value should be less than or equal to 100.')]
    : [];
}

/** The messages nearest to the one that the query names, oldest first; the latest ones if it names none. */
function page(messages: Message[], query: Record<string, string>, limit: number): Message[] {
  const { before, after, around } = query;
  const older = (id: string) => messages.filter((message) => BigInt(message.id) < BigInt(id));
  const newer = (id: string) => messages.filter((message) => BigInt(message.id) > BigInt(id));
  if (around !== undefined) {
    const itself = messages.filter(({ id }) => id === around);
    const rest = limit - itself.length;
    const half = Math.ceil(rest / 2);
    return [
      ...(half > 0 ? older(around).slice(-half) : []),
      ...itself,
      ...newer(around).slice(0, rest - half),
    ];
  }
  if (after !== undefined) return newer(after).slice(0, limit);
  return (before === undefined ? messages : older(before)).slice(-limit);
}

const problem = (field: string, code: string, message: string): FormProblem => ({
  path: [field],
  code,
  message,
});
