import { DiscordAPIError, HTTPError, RateLimitError, RESTJSONErrorCodes } from 'discord.js';
import { fieldsOf } from '../error-fields.ts';
import type { Message } from '../messages/message.ts';
import { RequestTaken } from '../store/requests.ts';
import { StoreError } from '../store/store-error.ts';
import { isNotFromDiscord, notFromDiscordLine } from './not-discord.ts';
import { ProxyError } from './proxy.ts';
import { inWords, waitOf } from './rate-limits.ts';
import { isNetworkError } from './startup-error.ts';

/** What an error in answering an interaction means. */
export interface ExplainedError {
  level: 'warn' | 'error';
  /** For the person who runs the bot: what happened, and what to do about it. */
  line: string;
  /** Whether Discord may still accept a reply, so that the asker can be told. */
  isAnswerable: boolean;
  /** For the asker, if there is something better to say than that it failed. */
  apology?: Message;
  /** The error as it may be logged, if the line does not say everything. */
  err?: unknown;
}

const LOCKED = {
  level: 'warn',
  line: 'Discord accepts no replies in a thread that is locked. Unlock it, or ask elsewhere.',
  isAnswerable: false,
} as const;

const NO_ACCESS = {
  level: 'error',
  line: 'Discord refuses access to the channel. Grant the bot View Channel, Send Messages and Read Message History there, and in threads Send Messages in Threads.',
  isAnswerable: true,
} as const;

const TAKEN = {
  level: 'warn',
  line: 'Another process of the bot has carried this out and replies. Is the bot running twice? Stop one of them.',
  isAnswerable: false,
} as const;

const NO_TOKEN = {
  level: 'error',
  line: 'Discord did not accept DISCORD_TOKEN for a request. If that goes on, copy the token again from the Bot page of your application, then start again.',
  isAnswerable: true,
} as const;

const BLOCKED = {
  level: 'warn',
  line: 'AutoMod of the server blocked a reply. If it should not, exempt the role of the bot from that rule in the settings of the server.',
  isAnswerable: true,
  apology: { key: 'failure.automod' },
} as const;

/** By Discord's error codes. */
const KNOWN: Readonly<Record<number | string, Omit<ExplainedError, 'err'>>> = {
  [RESTJSONErrorCodes.MissingAccess]: NO_ACCESS,
  [RESTJSONErrorCodes.MissingPermissions]: NO_ACCESS,
  [RESTJSONErrorCodes.UnknownInteraction]: {
    level: 'warn',
    line: 'A reply came too late: Discord waits 3 seconds. If this happens often, the machine or its network is too slow.',
    isAnswerable: false,
  },
  [RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged]: {
    level: 'error',
    line: 'Somebody else has replied with our token. Is the bot running twice? Stop one of them.',
    isAnswerable: false,
  },
  [RESTJSONErrorCodes.InvalidWebhookToken]: {
    level: 'warn',
    line: 'A reply came too late: Discord accepts none after fifteen minutes.',
    isAnswerable: false,
  },
  [RESTJSONErrorCodes.UnknownWebhook]: {
    level: 'warn',
    line: 'A reply came too late: Discord no longer knows the interaction. If this happens often, the machine or its network is too slow.',
    isAnswerable: false,
  },
  [RESTJSONErrorCodes.MessageWasBlockedByAutomaticModeration]: BLOCKED,
  [RESTJSONErrorCodes.TitleWasBlockedByAutomaticModeration]: BLOCKED,
  [RESTJSONErrorCodes.InvalidActionOnArchivedThread]: LOCKED,
  [RESTJSONErrorCodes.ThreadLocked]: LOCKED,
  [RESTJSONErrorCodes.UnknownChannel]: {
    level: 'warn',
    line: 'A channel was deleted before the bot could reply in it; no action needed.',
    isAnswerable: false,
  },
  [RESTJSONErrorCodes.UnknownMessage]: {
    level: 'warn',
    line: 'A message was deleted before the bot could change it; no action needed.',
    isAnswerable: false,
  },
};

/** Whether an interaction was acknowledged before, by another process of the bot. */
export function isAcknowledged(error: unknown): boolean {
  return (
    error instanceof DiscordAPIError &&
    error.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged
  );
}

/** Explains an error in answering, without anything of what was asked, and without tokens. */
export function explainInteractionError(error: unknown): ExplainedError {
  // A database that cannot be used is not an error in the code: its message says everything, without a stack.
  if (error instanceof StoreError) {
    const apology = { key: 'failure.not-stored' } as const;
    return { level: 'error', line: error.message, isAnswerable: true, apology };
  }
  if (error instanceof RequestTaken) return TAKEN;
  return explainRefusal(error) ?? explainFailure(error);
}

/** What Discord, or something in its place, answered. */
function explainRefusal(error: unknown): ExplainedError | undefined {
  if (error instanceof RateLimitError) {
    return {
      level: 'warn',
      line: `Discord accepts no reply for ${inWords(waitOf(error))}, after too many requests; that is too long to wait.`,
      isAnswerable: true,
      apology: { key: 'failure.rate-limited' },
    };
  }
  if (isNotFromDiscord(error)) {
    const line = notFromDiscordLine(fieldsOf(error).status);
    return { level: 'error', line, isAnswerable: true, err: withoutStack(error) };
  }
  if (error instanceof DiscordAPIError) {
    const isToken = error.status === 401 && error.code === RESTJSONErrorCodes.GeneralError;
    const known = isToken ? NO_TOKEN : KNOWN[error.code];
    return known && { ...known, err: withoutStack(error) };
  }
  return undefined;
}

/** What failed without a refusal. */
function explainFailure(error: unknown): ExplainedError {
  if (error instanceof ProxyError) return { level: 'error', line: error.message, isAnswerable: true };
  if (error instanceof HTTPError) {
    return {
      level: 'error',
      line: `Discord itself failed (${error.status}) and did not accept a reply; see https://discordstatus.com.`,
      isAnswerable: true,
    };
  }
  if (isNetworkError(error)) {
    return {
      level: 'error',
      line: 'Discord could not be reached to reply. Check the network of this machine.',
      isAnswerable: true,
      err: withoutStack(error),
    };
  }
  return {
    level: 'error',
    line: 'A command failed because of an error in the code; please report it with this line.',
    isAnswerable: true,
    err: withoutRequest(error),
  };
}

/** An error whose place in the code says nothing. */
function withoutStack(error: unknown): object {
  const { name, code, message } = fieldsOf(error);
  return { type: name, code, message };
}

/** An error as it may be logged. discord.js attaches the refused request to it, with what was asked and a token. */
export function withoutRequest(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { name, message, stack } = error;
  const { code, status } = fieldsOf(error);
  return { type: name, code, status, message, stack };
}
