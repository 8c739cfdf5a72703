import { DiscordAPIError, HTTPError } from 'discord.js';
import { StoreError } from '../store/store-error.ts';
import { isNetworkFault } from './startup-error.ts';

/** What a fault in answering an interaction means. */
export interface InteractionFault {
  level: 'warn' | 'error';
  /** For the person who runs the bot: what happened, and what there is to do. */
  line: string;
  /** Whether Discord may still take an answer, so that the asker can be told. */
  isAnswerable: boolean;
  /** The fault itself as it may be logged, where the line is not the whole story. */
  err?: unknown;
}

const LOCKED = {
  level: 'warn',
  line: 'Discord takes no answers in a thread that is locked. Unlock it, or ask elsewhere.',
  isAnswerable: false,
} as const;

/** By Discord's codes, https://discord.com/developers/docs/topics/opcodes-and-status-codes#json. */
const KNOWN: Readonly<Record<number, Omit<InteractionFault, 'err'>>> = {
  10062: {
    level: 'warn',
    line: 'An answer came too late: Discord waits 3 seconds. If this goes on, the machine or its network is too slow.',
    isAnswerable: false,
  },
  40060: {
    level: 'error',
    line: 'Somebody else has answered with our token. Is the bot running twice? Stop one of them.',
    isAnswerable: false,
  },
  50027: {
    level: 'warn',
    line: 'An answer came too late: Discord takes none after fifteen minutes.',
    isAnswerable: false,
  },
  50083: LOCKED,
  160005: LOCKED,
  10003: {
    level: 'warn',
    line: 'A channel was deleted before it could be answered in; nothing is to be done.',
    isAnswerable: false,
  },
  10008: {
    level: 'warn',
    line: 'A message was deleted before it could be changed; nothing is to be done.',
    isAnswerable: false,
  },
};

const NO_TOKEN = {
  level: 'error',
  line: 'Discord no longer accepts DISCORD_TOKEN. Copy the token anew from the Bot page of your application, and start again.',
  isAnswerable: true,
} as const;

const NO_ACCESS = {
  level: 'error',
  line: 'Discord refuses access to the channel. Grant the bot View Channel, Send Messages and Read Message History there, and in threads Send Messages in Threads.',
  isAnswerable: true,
} as const;

/** What a fault in answering means, without anything of what was asked, and without tokens. */
export function interactionFault(error: unknown): InteractionFault {
  // A database that cannot be used is no fault of the code: its message is the whole story, without a stack.
  if (error instanceof StoreError) return { level: 'error', line: error.message, isAnswerable: true };
  if (error instanceof DiscordAPIError) {
    const isAccess = error.code === 50001 || error.code === 50013;
    const isToken = error.status === 401 && error.code === 0;
    const known = isAccess ? NO_ACCESS : isToken ? NO_TOKEN : KNOWN[Number(error.code)];
    if (known) return { ...known, err: inShort(error) };
  }
  if (error instanceof HTTPError) {
    return {
      level: 'error',
      line: `Discord itself has a fault (${error.status}) and did not take an answer; see https://discordstatus.com.`,
      isAnswerable: true,
    };
  }
  if (isNetworkFault(error)) {
    return {
      level: 'error',
      line: 'Discord could not be reached to answer. Check the network of this machine.',
      isAnswerable: true,
      err: inShort(error),
    };
  }
  return {
    level: 'error',
    line: 'A command failed through a fault in the code; please report it with this line.',
    isAnswerable: true,
    err: withoutRequest(error),
  };
}

/** A fault whose place in the code says nothing. */
function inShort(error: unknown): object {
  const { name, code, message } = Object(error) as { name?: string; code?: unknown; message?: string };
  return { type: name, code, message };
}

/** A fault as it may be logged: discord.js hangs the refused request on it, with what was asked and a token. */
export function withoutRequest(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { name, message, stack } = error;
  const { code, status } = error as { code?: unknown; status?: unknown };
  return { type: name, code, status, message, stack };
}
