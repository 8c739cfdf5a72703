import { z } from 'zod';
import type { Action } from '../reply/reply.ts';
import { CUSTOM_ID } from './limits.ts';

/** Raised when the meaning of an id changes, so that buttons of older messages are recognised. */
const VERSION = '1';
const ARGUMENT = /^[\w.~-]*$/;
/** Begins the id of the press in the id of a form. What a button carries begins with no such sign. */
const PRESS = '~';
const PRESSED = /^~\d{17,20}$/;

/**
 * `name:version:owner:argument:…`. All that a button needs is in its id: nothing is kept between a message and
 * a click, so that a button works after a restart and a year later.
 */
const idSchema = z
  .tuple([z.string().regex(/^[a-z]{1,12}$/), z.literal(VERSION), z.string().regex(/^\d{17,20}$/)])
  .rest(z.string().regex(ARGUMENT));

/** What the id of a pressed button says. */
export interface Pressed {
  name: string;
  /** Who asked for the message that the button is under. */
  ownerId: string;
  args: readonly string[];
}

/**
 * The custom id of a button.
 * @throws RangeError when it is longer than Discord allows or has a sign that would break it
 */
export function customId({ name, args }: Pick<Action, 'name' | 'args'>, ownerId: string): string {
  const id = [name, VERSION, ownerId, ...args].join(':');
  if (id.length > CUSTOM_ID || !args.every((arg) => ARGUMENT.test(arg))) {
    throw new RangeError(
      `The button "${name}" carries "${args.join(':')}", which does not fit into a custom id.`,
    );
  }
  return id;
}

/**
 * The custom id of the form that a pressed button opens: what the button carries, and the press.
 * @param press Discord's id of the press
 * @throws RangeError as `customId` does
 */
export function formId(
  { name, args }: Pressed,
  { ownerId, press }: { ownerId: string; press: string },
): string {
  return customId({ name, args: [`${PRESS}${press}`, ...args] }, ownerId);
}

/**
 * Reads the custom id of a form, as `readCustomId` does.
 * @returns `press` is null for a form that an older version of the bot opened
 */
export function readFormId(id: string): (Pressed & { press: string | null }) | null {
  const pressed = readCustomId(id);
  if (!pressed) return null;
  const [first = '', ...args] = pressed.args;
  return PRESSED.test(first)
    ? { ...pressed, args, press: first.slice(PRESS.length) }
    : { ...pressed, press: null };
}

/** Reads a custom id; null for one that is not ours, forged, or of another version. */
export function readCustomId(id: string): Pressed | null {
  if (id.length > CUSTOM_ID) return null;
  const parsed = idSchema.safeParse(id.split(':'));
  if (!parsed.success) return null;
  const [name, , ownerId, ...args] = parsed.data;
  return { name, ownerId, args };
}
