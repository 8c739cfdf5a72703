import { componentTypes, everyComponent } from './components.ts';
import type { MessageBody } from './message-rules.ts';

/** Whom a message would notify. */
export interface Pings {
  users: string[];
  roles: string[];
  everyone: boolean;
}

export const noPings = (): Pings => ({ users: [], roles: [], everyone: false });

/**
 * Whom a message body notifies. Content and text displays ping, embeds do not. Without `allowed_mentions`
 * every mention in the text counts; with it, only what it parses or lists. See
 * https://discord.com/developers/docs/resources/message#allowed-mentions-object
 *
 * Discord does not read mentions inside code; for a message of the bot's (`readsCode`) this errs towards reporting a
 * ping. It always does where Discord also asks for a permission, before `@everyone` notifies.
 */
export function pingsOf(
  body: MessageBody,
  { repliedTo, readsCode }: { repliedTo: string | undefined; readsCode: boolean },
): Pings {
  const text = readsCode ? pingingText(body) : withoutCode(pingingText(body));
  const users = idsIn(text, /<@!?(\d+)>/g);
  const roles = idsIn(text, /<@&(\d+)>/g);
  const everyone = /@(?:everyone|here)/.test(text);
  const allowed = body.allowed_mentions;
  const replied = repliedTo === undefined ? [] : [repliedTo];
  if (!allowed) return { users: distinct([...users, ...replied]), roles, everyone };
  const parses = (kind: string) => allowed.parse?.includes(kind) ?? false;
  return {
    users: distinct([
      ...users.filter((id) => parses('users') || allowed.users?.includes(id)),
      ...(allowed.replied_user ? replied : []),
    ]),
    roles: roles.filter((id) => parses('roles') || allowed.roles?.includes(id)),
    everyone: everyone && parses('everyone'),
  };
}

const withoutCode = (text: string): string => text.replaceAll(/```[\s\S]*?```|`[^`]+`/g, ' ');

function pingingText(body: MessageBody): string {
  const displays = everyComponent(body.components)
    .filter(({ component }) => component.type === componentTypes.textDisplay)
    .map(({ component }) => component.content ?? '');
  return [body.content ?? '', ...displays].join('\n');
}

const idsIn = (text: string, pattern: RegExp) =>
  distinct([...text.matchAll(pattern)].map((match) => match[1] ?? ''));

const distinct = (ids: string[]) => [...new Set(ids)];
