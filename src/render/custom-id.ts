import { z } from 'zod';
import { CUSTOM_ID } from './limits.ts';

/** Raised when the meaning of an id changes, so that buttons of older messages are told apart. */
const VERSION = '1';

const removeSchema = z.tuple([z.literal('remove'), z.literal(VERSION), z.string().regex(/^\d{17,20}$/)]);

/** What a button does, as its custom id carries it: nothing is kept between the message and the click. */
export interface RemoveAction {
  kind: 'remove';
  /** Who asked, and so may remove the answer. */
  askerId: string;
}

export function removeId(askerId: string): string {
  return ['remove', VERSION, askerId].join(':');
}

/** Reads a custom id; null for one that is not ours, or of another version. */
export function readCustomId(customId: string): RemoveAction | null {
  if (customId.length > CUSTOM_ID) return null;
  const parsed = removeSchema.safeParse(customId.split(':'));
  return parsed.success ? { kind: 'remove', askerId: parsed.data[2] } : null;
}
