/** A refusal as Discord words it: an HTTP status and a body of `{ message, code }`. */
export class DiscordRefusal extends Error {
  readonly status: number;
  readonly body: { message: string; code: number; errors?: unknown };

  constructor(status: number, code: number, message: string, errors?: unknown) {
    super(message);
    this.status = status;
    this.body = errors === undefined ? { message, code } : { message, code, errors };
  }
}

/**
 * One thing wrong with a request body: its place, Discord's inner code, and the words.
 * The codes are Discord's own if its answers are publicly known; what matters to a reader is the path.
 */
export interface FormProblem {
  path: readonly PropertyKey[];
  code: string;
  message: string;
}

/** Throws Discord's "Invalid Form Body" when there are problems, each nested at its place in the body. */
export function refuseForm(problems: readonly FormProblem[], prefix: readonly PropertyKey[] = []): void {
  if (problems.length === 0) return;
  const errors: ErrorTree = {};
  for (const problem of problems) {
    let place = errors;
    for (const step of [...prefix, ...problem.path]) {
      const key = String(step);
      place[key] ??= {};
      place = place[key] as ErrorTree;
    }
    place._errors = [
      ...((place._errors as unknown[]) ?? []),
      { code: problem.code, message: problem.message },
    ];
  }
  throw new DiscordRefusal(400, 50035, 'Invalid Form Body', errors);
}

interface ErrorTree {
  [key: string]: unknown;
}

// Codes and words: https://discord.com/developers/docs/topics/opcodes-and-status-codes#json-json-error-codes
export const notFound = () => new DiscordRefusal(404, 0, '404: Not Found');
export const unauthorized = () => new DiscordRefusal(401, 0, '401: Unauthorized');
export const unknownChannel = () => new DiscordRefusal(404, 10003, 'Unknown Channel');
export const unknownMessage = () => new DiscordRefusal(404, 10008, 'Unknown Message');
export const unknownWebhook = () => new DiscordRefusal(404, 10015, 'Unknown Webhook');
export const unknownInteraction = () => new DiscordRefusal(404, 10062, 'Unknown interaction');
export const unknownCommand = () => new DiscordRefusal(404, 10063, 'Unknown application command');
export const tooManyCommands = (limit: number) =>
  new DiscordRefusal(400, 30032, `Maximum number of application commands reached (${limit})`);
export const alreadyAcknowledged = () =>
  new DiscordRefusal(400, 40060, 'Interaction has already been acknowledged.');
export const tooManyFollowUps = () =>
  new DiscordRefusal(400, 40094, 'This interaction has reached the maximum number of follow up messages');
export const missingAccess = () => new DiscordRefusal(403, 50001, 'Missing Access');
export const cannotSendInForum = () =>
  new DiscordRefusal(400, 40058, 'Cannot send a message in a forum channel');
export const notTheAuthor = () =>
  new DiscordRefusal(403, 50005, 'Cannot edit a message authored by another user');
export const emptyMessage = () => new DiscordRefusal(400, 50006, 'Cannot send an empty message');
export const cannotSendInNonText = () =>
  new DiscordRefusal(400, 50008, 'Cannot send messages in a non-text channel');
export const missingPermissions = () => new DiscordRefusal(403, 50013, 'Missing Permissions');
export const invalidWebhookToken = () => new DiscordRefusal(401, 50027, 'Invalid Webhook Token');
export const cannotReplyUnread = () =>
  new DiscordRefusal(403, 160002, 'Cannot reply without permission to read message history');
// The statuses of the two about threads are not documented; their codes are.
export const threadIsArchived = () => new DiscordRefusal(400, 50083, 'Thread is archived');
export const threadIsLocked = () => new DiscordRefusal(400, 160005, 'This thread is locked');
export const malformedJson = () => new DiscordRefusal(400, 50109, 'The request body contains invalid JSON.');
